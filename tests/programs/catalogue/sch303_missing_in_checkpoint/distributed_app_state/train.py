"""The recipe of torch's tutorial: an object that stands for the model's and the optimizer's state. The schedule is forgotten."""

import torch
import torch.distributed.checkpoint as dcp
from torch.distributed.checkpoint.state_dict import get_state_dict, set_state_dict
from torch.distributed.checkpoint.stateful import Stateful


class AppState(Stateful):
    def __init__(self, model, optimizer=None):
        self.model = model
        self.optimizer = optimizer

    def state_dict(self):
        model_state, optimizer_state = get_state_dict(self.model, self.optimizer)
        return {"model": model_state, "optim": optimizer_state}

    def load_state_dict(self, state):
        set_state_dict(self.model, self.optimizer, model_state_dict=state["model"], optim_state_dict=state["optim"])  # expect: SCH103


def main(loader, resume):
    model = torch.nn.Linear(2, 2)
    optimizer = torch.optim.AdamW(model.parameters(), lr=1e-3)
    scheduler = torch.optim.lr_scheduler.StepLR(optimizer, 10)
    app = AppState(model, optimizer)
    if resume:
        dcp.load({"app": app}, checkpoint_id="run")
    for epoch in range(90):
        for batch in loader:
            model(batch).mean().backward()
            optimizer.step()
        scheduler.step()
        dcp.save({"app": app}, checkpoint_id="run")  # expect: SCH303
