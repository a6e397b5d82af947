class NoamOpt:
    def __init__(self, d_model, warmup, optimizer):
        self.optimizer, self._step, self.warmup, self.d_model = optimizer, 0, warmup, d_model

    def step(self):
        self._step += 1
        for p in self.optimizer.param_groups:
            p["lr"] = self.rate()
        self.optimizer.step()

    def rate(self):
        return self.d_model ** -0.5 * min(self._step ** -0.5, self._step * self.warmup ** -1.5)

    def zero_grad(self):
        self.optimizer.zero_grad()
