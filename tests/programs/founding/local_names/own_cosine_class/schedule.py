import math


class CosineAnnealingLR:
    """Per-iteration cosine; `epochs` is turned into iterations inside."""

    def __init__(self, optimizer, epochs, iters_per_epoch):
        self.optimizer = optimizer
        self.total = epochs * iters_per_epoch
        self.base = [g["lr"] for g in optimizer.param_groups]
        self.t = 0

    def step(self):
        self.t += 1
        for g, base in zip(self.optimizer.param_groups, self.base):
            g["lr"] = base * 0.5 * (1 + math.cos(math.pi * self.t / self.total))
