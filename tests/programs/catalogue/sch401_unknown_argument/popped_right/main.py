"""verbose is taken out of the dictionary before the constructor sees it; functools.partial gives the required one."""
import functools

import torch


def build(optimizer, options):
    options = dict(options)
    options.pop("verbose", None)
    return torch.optim.lr_scheduler.StepLR(optimizer, **options)


def main(net, loader):
    optimizer = torch.optim.SGD(net.parameters(), lr=0.1)
    scheduler = build(optimizer, {"step_size": 10, "verbose": True})
    later = functools.partial(torch.optim.lr_scheduler.CosineAnnealingLR, T_max=30)
    second = torch.optim.SGD(net.parameters(), lr=0.01)
    cosine = later(second)
    for _ in range(30):
        for x in loader:
            optimizer.zero_grad()
            second.zero_grad()
            net(x).mean().backward()
            optimizer.step()
            second.step()
        scheduler.step()
        cosine.step()
