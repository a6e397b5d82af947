import os

import torch
from build import get_optimizer, get_scheduler


def main(net, loader, path="s.pt"):
    state = torch.load(path) if os.path.exists(path) else None
    if state:
        net.load_state_dict(state["net"])
    optimizer = get_optimizer(net, state)
    scheduler = get_scheduler(optimizer, 20, state)
    for _ in range(state["epoch"] if state else 0, 40):
        for x in loader:
            optimizer.zero_grad()
            net(x).mean().backward()
            optimizer.step()
        scheduler.step()
