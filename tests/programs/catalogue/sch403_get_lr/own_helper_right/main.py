"""A helper called get_lr, and a stateless schedule object with a get_lr method of its own."""
import math

import torch


def get_lr(optimizer):
    return optimizer.param_groups[0]["lr"]


class CosineSchedule:
    def __init__(self, base, total):
        self.base, self.total = base, total

    def get_lr(self, step):
        return self.base * 0.5 * (1 + math.cos(math.pi * step / self.total))


def main(net, loader, epochs=10):
    schedule = CosineSchedule(0.1, epochs)
    optimizer = torch.optim.SGD(net.parameters(), lr=0.1)
    for epoch in range(epochs):
        for group in optimizer.param_groups:
            group["lr"] = schedule.get_lr(epoch)
        for x in loader:
            optimizer.zero_grad()
            net(x).mean().backward()
            optimizer.step()
        print(epoch, get_lr(optimizer))
