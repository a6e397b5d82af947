class ReduceLROnPlateau:
    """Collects losses itself and lowers the rate when their mean stops falling."""

    def __init__(self, optimizer, factor=0.5):
        self.optimizer, self.factor = optimizer, factor
        self.losses, self.best = [], float("inf")

    def record(self, loss):
        self.losses.append(loss)

    def step(self):
        mean = sum(self.losses) / len(self.losses)
        if mean >= self.best:
            for group in self.optimizer.param_groups:
                group["lr"] *= self.factor
        self.best = min(self.best, mean)
        self.losses.clear()
