class StepLR:
    def __init__(self, optimizer, every, factor=0.1, verbose=False):
        self.optimizer, self.every, self.factor, self.verbose, self.count = optimizer, every, factor, verbose, 0

    def step(self):
        self.count += 1
        if self.count % self.every == 0:
            for group in self.optimizer.param_groups:
                group["lr"] *= self.factor
            if self.verbose:
                print("lower")
