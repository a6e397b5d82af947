"""A function parameter shadows the imported class; the object passed in is a plain callable factory: silent."""
import torch
from torch.optim.lr_scheduler import StepLR  # noqa: F401  kept for the configuration


class Meter:
    def __init__(self, *_):
        self.n = 0

    def step(self):
        self.n += 1


def train(net, loader, StepLR=Meter, epochs=30):
    opt = torch.optim.SGD(net.parameters(), lr=0.1)
    counter = StepLR(opt, epochs // 3)
    for _ in range(epochs):
        for x in loader:
            opt.zero_grad()
            net(x).sum().backward()
            opt.step()
            counter.step()
