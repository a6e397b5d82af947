import abc

import torch


class BaseTrainer(abc.ABC):
    def __init__(self, model, loader, max_epochs):
        self.model = model
        self.loader = loader
        self.max_epochs = max_epochs
        self.optimizer = self.configure_optimizer()
        self.scheduler = self.configure_scheduler()

    @abc.abstractmethod
    def configure_optimizer(self):
        ...

    @abc.abstractmethod
    def configure_scheduler(self):
        ...

    def loss(self, batch):
        x, y = batch
        return torch.nn.functional.cross_entropy(self.model(x), y)

    def run(self):
        for epoch in range(self.max_epochs):
            for batch in self.loader:
                self.optimizer.zero_grad()
                self.loss(batch).backward()
                self.optimizer.step()
                self.scheduler.step()
