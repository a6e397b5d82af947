"""A classmethod factory builds the parts; its epoch schedule is stepped per batch."""
import torch
from torch.optim import lr_scheduler


class Training:
    def __init__(self, net, optimizer, scheduler, epochs):
        self.net = net
        self.optimizer = optimizer
        self.scheduler = scheduler
        self.epochs = epochs

    @classmethod
    def from_config(cls, net, cfg):
        optimizer = torch.optim.SGD(net.parameters(), lr=cfg.lr, momentum=cfg.momentum)
        scheduler = lr_scheduler.CosineAnnealingLR(optimizer, cfg.epochs)
        return cls(net, optimizer, scheduler, cfg.epochs)

    def __call__(self, loader):
        for epoch in range(self.epochs):
            for inputs, targets in loader:
                self.optimizer.zero_grad()
                torch.nn.functional.cross_entropy(self.net(inputs), targets).backward()
                self.optimizer.step()
                self.scheduler.step()  # expect: SCH201
