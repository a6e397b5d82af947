"""torch.distributed.checkpoint.state_dict.set_state_dict restores model and optimizer: the scheduler follows: silent."""
import torch
import torch.distributed.checkpoint as dcp
from torch.distributed.checkpoint.state_dict import get_state_dict, set_state_dict


def main(model, loader, folder):
    optim = torch.optim.AdamW(model.parameters(), lr=1e-4)
    sched = torch.optim.lr_scheduler.CosineAnnealingLR(optim, T_max=10)
    m, o = get_state_dict(model, optim)
    state = {"model": m, "optim": o, "sched": sched.state_dict()}
    dcp.load(state, checkpoint_id=folder)
    set_state_dict(model, optim, model_state_dict=state["model"], optim_state_dict=state["optim"])
    sched.load_state_dict(state["sched"])
    for _ in range(10):
        for x in loader:
            optim.zero_grad()
            model(x).sum().backward()
            optim.step()
        sched.step()
