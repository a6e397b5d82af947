from torch.optim import lr_scheduler


class Policy:
    known = {}

    def __init_subclass__(cls, name=None, **kw):
        super().__init_subclass__(**kw)
        Policy.known[name] = cls

    def __init__(self, optimizer, epochs):
        self.inner = self.make(optimizer, epochs)

    def advance(self):
        self.inner.step()  # expect: SCH201


class Cosine(Policy, name="cosine"):
    def make(self, optimizer, epochs):
        return lr_scheduler.CosineAnnealingLR(optimizer, epochs)


class Poly(Policy, name="poly"):
    def make(self, optimizer, epochs):
        return lr_scheduler.PolynomialLR(optimizer, epochs)
