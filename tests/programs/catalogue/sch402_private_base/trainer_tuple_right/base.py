import torch
from torch.optim.lr_scheduler import LRScheduler, ReduceLROnPlateau, _LRScheduler


class BaseTrainer:
    def __init__(self, net, scheduler_factory):
        self.net = net
        self.optimizer = torch.optim.SGD(net.parameters(), lr=0.1)
        self.scheduler = scheduler_factory(self.optimizer)
        if isinstance(self.scheduler, (_LRScheduler, LRScheduler, ReduceLROnPlateau)):
            print("scheduler:", type(self.scheduler).__name__)

    def fit(self, loader, epochs):
        for _ in range(epochs):
            for x in loader:
                self.optimizer.zero_grad()
                self.net(x).mean().backward()
                self.optimizer.step()
            self.scheduler.step()
