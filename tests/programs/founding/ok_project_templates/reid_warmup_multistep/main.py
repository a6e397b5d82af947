"""reid-strong-baseline shape: own WarmupMultiStepLR with torch as base class, per epoch, scheduler handed to do_train."""
from bisect import bisect_right

import torch
from torch.optim.lr_scheduler import _LRScheduler


class WarmupMultiStepLR(_LRScheduler):
    def __init__(self, optimizer, milestones, gamma=0.1, warmup_factor=1.0 / 3, warmup_iters=500, last_epoch=-1):
        self.milestones, self.gamma = milestones, gamma
        self.warmup_factor, self.warmup_iters = warmup_factor, warmup_iters
        super().__init__(optimizer, last_epoch)

    def get_lr(self):
        k = 1.0
        if self.last_epoch < self.warmup_iters:
            a = self.last_epoch / self.warmup_iters
            k = self.warmup_factor * (1 - a) + a
        return [b * k * self.gamma ** bisect_right(self.milestones, self.last_epoch) for b in self.base_lrs]


def main(net, loader, max_epochs=120):
    opt = torch.optim.Adam(net.parameters(), lr=3.5e-4)
    scheduler = WarmupMultiStepLR(opt, [40, 70], 0.1, 0.01, 10)
    for epoch in range(max_epochs):
        for x, y in loader:
            opt.zero_grad()
            torch.nn.functional.cross_entropy(net(x), y).backward()
            opt.step()
        scheduler.step()
