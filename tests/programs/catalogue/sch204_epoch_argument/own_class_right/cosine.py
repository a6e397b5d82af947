import math


class CosineAnnealingLR:
    """Sets the learning rate for an epoch; has no state."""

    def __init__(self, optimizer, base, epochs):
        self.optimizer, self.base, self.epochs = optimizer, base, epochs

    def step(self, epoch):
        for group in self.optimizer.param_groups:
            group["lr"] = self.base * 0.5 * (1 + math.cos(math.pi * epoch / self.epochs))
