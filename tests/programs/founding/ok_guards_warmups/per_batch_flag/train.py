"""`scheduler_per_batch` decides the place, and the builder returns the flag beside the scheduler."""
import torch
from torch.optim.lr_scheduler import CosineAnnealingLR, OneCycleLR


def make(opt, name, epochs, n):
    if name == "onecycle":
        return OneCycleLR(opt, 0.1, total_steps=epochs * n), True
    return CosineAnnealingLR(opt, epochs), False


def main(net, loader, name="onecycle", epochs=10):
    opt = torch.optim.SGD(net.parameters(), lr=0.1)
    sched, per_batch = make(opt, name, epochs, len(loader))
    for _ in range(epochs):
        for x in loader:
            opt.zero_grad()
            net(x).sum().backward()
            opt.step()
            if per_batch:
                sched.step()
        if not per_batch:
            sched.step()
