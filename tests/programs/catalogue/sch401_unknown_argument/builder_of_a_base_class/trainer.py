import torch
from torch.optim.lr_scheduler import ReduceLROnPlateau


class Trainer:
    def __init__(self, model, loader):
        self.model = model
        self.loader = loader

    def build(self):
        self.optimizer = torch.optim.Adam(self.model.parameters(), 1e-3)
        self.scheduler = ReduceLROnPlateau(self.optimizer, patience=5, verbose=True)  # expect: SCH401

    def train(self):
        self.build()
        for epoch in range(100):
            for x in self.loader:
                self.optimizer.zero_grad()
                loss = self.model(x).mean()
                loss.backward()
                self.optimizer.step()
            if self.scheduler is not None:
                self.scheduler.step(loss.item())


class ConstantTrainer(Trainer):
    def build(self):
        self.optimizer = torch.optim.Adam(self.model.parameters(), 1e-4)
        self.scheduler = None
