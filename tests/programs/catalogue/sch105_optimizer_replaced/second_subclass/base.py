import torch
from torch.optim.lr_scheduler import StepLR


class Base:
    def __init__(self, config, model):
        self.model = model
        self.rate = config["rate"]
        self.epochs = config["epochs"]
        self.more = config["more"]
        self.optimizer = self.make()
        self.scheduler = StepLR(self.optimizer, step_size=5)

    def make(self):
        return torch.optim.Adam(self.model.parameters(), lr=self.rate)  # expect: SCH105

    def train(self, loader):
        for epoch in range(self.epochs + self.more):
            self.train_epoch(loader, epoch)
            self.scheduler.step()

    def train_epoch(self, loader, epoch):
        for batch in loader:
            self.optimizer.zero_grad()
            self.model(batch).backward()
            self.optimizer.step()
