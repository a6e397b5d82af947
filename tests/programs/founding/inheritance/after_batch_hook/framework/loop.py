class Loop:
    """Template method: subclasses fill in the hooks."""

    def __init__(self, epochs, data):
        self.epochs, self.data = epochs, data

    def before_fit(self):
        pass

    def after_step(self):
        pass

    def after_epoch(self):
        pass

    def step(self, batch):
        raise NotImplementedError

    def fit(self):
        self.before_fit()
        for self.epoch in range(self.epochs):
            for batch in self.data:
                self.step(batch)
                self.after_step()
            self.after_epoch()
