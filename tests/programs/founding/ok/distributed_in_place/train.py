import torch
import torch.distributed.checkpoint as dcp
from torch.distributed.checkpoint.state_dict import get_optimizer_state_dict, set_optimizer_state_dict


def main(loader, resume):
    model = torch.nn.Linear(2, 2)
    optimizer = torch.optim.AdamW(model.parameters(), lr=1e-3)
    scheduler = torch.optim.lr_scheduler.StepLR(optimizer, 10)
    state = {"optimizer": get_optimizer_state_dict(model, optimizer), "scheduler": scheduler}
    if resume:
        dcp.load(state, checkpoint_id="run")
        set_optimizer_state_dict(model, optimizer, state["optimizer"])
    for epoch in range(90):
        for batch in loader:
            model(batch).mean().backward()
            optimizer.step()
        scheduler.step()
        state["optimizer"] = get_optimizer_state_dict(model, optimizer)
        dcp.save(state, checkpoint_id="run")
