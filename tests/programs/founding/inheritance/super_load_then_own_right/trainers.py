"""The subclass restores the optimizer before it calls super().load_checkpoint(): silent."""
import torch
from torch.optim import SGD
from torch.optim.lr_scheduler import MultiStepLR


class Base:
    def __init__(self, model, epochs):
        self.model, self.epochs, self.epoch = model, epochs, 0
        self.optimizer = SGD(model.parameters(), lr=0.1)
        self.scheduler = MultiStepLR(self.optimizer, [epochs // 2])

    def load_checkpoint(self, ck):
        self.model.load_state_dict(ck["model"])
        self.scheduler.load_state_dict(ck["scheduler"])
        self.epoch = ck["epoch"]


class Supervised(Base):
    def load_checkpoint(self, ck):
        self.optimizer.load_state_dict(ck["optimizer"])
        super().load_checkpoint(ck)

    def train(self, loader):
        while self.epoch < self.epochs:
            for x, y in loader:
                self.optimizer.zero_grad()
                (self.model(x) - y).abs().sum().backward()
                self.optimizer.step()
            self.scheduler.step()
            self.epoch += 1


def main(loader, path):
    trainer = Supervised(torch.nn.Linear(4, 4), 100)
    trainer.load_checkpoint(torch.load(path))
    trainer.train(loader)
