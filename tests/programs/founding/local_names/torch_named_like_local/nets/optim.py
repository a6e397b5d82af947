"""A package of the project called `optim`, not torch's."""


class SGD:
    def __init__(self, params, lr):
        self.params, self.lr = list(params), lr

    def step(self):
        for p in self.params:
            p.data.add_(p.grad, alpha=-self.lr)

    def zero_grad(self):
        for p in self.params:
            p.grad = None

    def load_state_dict(self, sd):
        self.lr = sd["lr"]


class StepLR:
    def __init__(self, opt, n):
        self.opt, self.n, self.k = opt, n, 0

    def step(self):
        self.k += 1
        if self.k % self.n == 0:
            self.opt.lr *= 0.1

    def load_state_dict(self, sd):
        self.k = sd["k"]
