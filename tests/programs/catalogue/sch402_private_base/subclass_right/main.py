"""Deriving from _LRScheduler is allowed, and so is an annotation with it."""
from __future__ import annotations

import torch
from torch.optim.lr_scheduler import _LRScheduler


class Halving(_LRScheduler):
    def __init__(self, optimizer, every, last_epoch=-1):
        self.every = every
        super().__init__(optimizer, last_epoch)

    def get_lr(self):
        return [base * 0.5 ** (self.last_epoch // self.every) for base in self.base_lrs]


def advance(scheduler: _LRScheduler) -> None:
    scheduler.step()


def main(net, loader, epochs=30):
    optimizer = torch.optim.SGD(net.parameters(), lr=0.1)
    scheduler = Halving(optimizer, 10)
    for _ in range(epochs):
        for x in loader:
            optimizer.zero_grad()
            net(x).mean().backward()
            optimizer.step()
        advance(scheduler)
