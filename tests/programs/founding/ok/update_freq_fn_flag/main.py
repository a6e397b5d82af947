"""A table says for each class how often to step; the loop asks it: silent."""
import torch
from torch.optim.lr_scheduler import CosineAnnealingLR, CyclicLR, OneCycleLR

PER_BATCH = (CyclicLR, OneCycleLR)


def create(kind, opt, epochs, n):
    return {
        "cosine": lambda: CosineAnnealingLR(opt, epochs),
        "cycle": lambda: OneCycleLR(opt, 0.1, epochs=epochs, steps_per_epoch=n),
    }[kind]()


def main(net, loader, kind, epochs=10):
    opt = torch.optim.SGD(net.parameters(), lr=0.1, momentum=0.9)
    sched = create(kind, opt, epochs, len(loader))
    batchwise = isinstance(sched, PER_BATCH)
    for _ in range(epochs):
        for x in loader:
            opt.zero_grad()
            net(x).sum().backward()
            opt.step()
            if batchwise:
                sched.step()
        if not batchwise:
            sched.step()
