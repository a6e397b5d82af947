import torch


class Lookahead(torch.optim.Optimizer):
    def __init__(self, base, k=5, alpha=0.5):
        self.base = base
        self.param_groups = base.param_groups
        self.defaults = base.defaults
        self.state = base.state
        self.k, self.alpha, self.count = k, alpha, 0

    def zero_grad(self):
        self.base.zero_grad()

    def step(self, closure=None):
        loss = self.base.step(closure)
        self.count += 1
        return loss
