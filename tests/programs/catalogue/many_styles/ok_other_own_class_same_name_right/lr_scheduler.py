class StepLR:
    """Not torch's: one call per iteration, converted inside."""

    def __init__(self, optimizer, step_size, iters_per_epoch, gamma=0.1):
        self.optimizer, self.size, self.per, self.gamma, self.i = optimizer, step_size, iters_per_epoch, gamma, 0
        self.base = [g["lr"] for g in optimizer.param_groups]

    def step(self):
        self.i += 1
        for g, b in zip(self.optimizer.param_groups, self.base):
            g["lr"] = b * self.gamma ** (self.i // self.per // self.size)
