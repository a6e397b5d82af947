"""A compatibility import: the public name where there is one, bound to the old name."""
import torch

try:
    from torch.optim.lr_scheduler import LRScheduler as _LRScheduler
except ImportError:
    from torch.optim.lr_scheduler import _LRScheduler


def name_of(scheduler):
    return type(scheduler).__name__ if isinstance(scheduler, _LRScheduler) else "none"


def main(net, loader, epochs=20):
    optimizer = torch.optim.SGD(net.parameters(), lr=0.1)
    scheduler = torch.optim.lr_scheduler.StepLR(optimizer, 5)
    print(name_of(scheduler))
    for _ in range(epochs):
        for x in loader:
            optimizer.zero_grad()
            net(x).mean().backward()
            optimizer.step()
        scheduler.step()
