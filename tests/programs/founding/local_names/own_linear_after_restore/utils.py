class LinearLR(object):
    """Sets nothing until step() is called."""

    def __init__(self, opt, start, stop, n):
        self.opt, self.start, self.stop, self.n, self.i = opt, start, stop, n, 0

    def step(self):
        self.i = min(self.i + 1, self.n)
        for g in self.opt.param_groups:
            g["lr"] = self.start + (self.stop - self.start) * self.i / self.n

    def state_dict(self):
        return {"i": self.i}

    def load_state_dict(self, sd):
        self.i = sd["i"]
