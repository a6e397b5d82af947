"""OneCycleLR's epochs and steps_per_epoch come from a config whose steps were computed elsewhere, per batch: silent."""
from dataclasses import dataclass

import torch


@dataclass
class Plan:
    epochs: int
    updates: int

    @property
    def total(self):
        return self.epochs * self.updates


def main(net, loader, epochs=5):
    plan = Plan(epochs, len(loader))
    opt = torch.optim.SGD(net.parameters(), lr=0.1)
    lrs = torch.optim.lr_scheduler.OneCycleLR(opt, 0.2, total_steps=plan.total)
    for _ in range(plan.epochs):
        for x in loader:
            opt.zero_grad()
            net(x).sum().backward()
            opt.step()
            lrs.step()
