"""T_max is the number of epochs."""
import torch
from optim_factory import build


def main(net, loader):
    optimizer, scheduler = build(net)
    for _ in range(120):
        for x, y in loader:
            optimizer.zero_grad()
            torch.nn.functional.cross_entropy(net(x), y).backward()
            optimizer.step()
        scheduler.step()
