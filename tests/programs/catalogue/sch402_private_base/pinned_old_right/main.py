"""The project pins torch 1.12, where _LRScheduler is the base class of the built-ins."""
import torch
from torch.optim.lr_scheduler import _LRScheduler


def main(net, loader, epochs=20):
    optimizer = torch.optim.SGD(net.parameters(), lr=0.1)
    scheduler = torch.optim.lr_scheduler.StepLR(optimizer, 5)
    assert isinstance(scheduler, _LRScheduler)
    for _ in range(epochs):
        for x in loader:
            optimizer.zero_grad()
            net(x).mean().backward()
            optimizer.step()
        scheduler.step()
