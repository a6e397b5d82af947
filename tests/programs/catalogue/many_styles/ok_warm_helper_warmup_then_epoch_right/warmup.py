"""A hand-written warm-up that scales the optimizer's lr in the first epoch."""


class LinearWarmup:
    def __init__(self, optimizer, iters, base):
        self.optimizer, self.iters, self.base, self.i = optimizer, iters, base, 0

    def step(self):
        if self.i < self.iters:
            self.i += 1
            for g in self.optimizer.param_groups:
                g["lr"] = self.base * self.i / self.iters
