import sys

import torch
from torch import nn
from torch.distributed.checkpoint.state_dict import set_optimizer_state_dict
from torch.optim.lr_scheduler import StepLR


def main(loader):
    model = nn.Linear(2, 2)
    optimizer = torch.optim.AdamW(model.parameters(), lr=1e-3)
    scheduler = StepLR(optimizer, 10)
    state = torch.load("state.pt")
    set_optimizer_state_dict(model, optimizer, optim_state_dict=state["optimizer"])
    scheduler.load_state_dict(state["scheduler"])
    for x in loader:
        optimizer.step()
        scheduler.step()
