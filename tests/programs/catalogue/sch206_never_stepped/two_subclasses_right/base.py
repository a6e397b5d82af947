import torch
from torch.optim import lr_scheduler


class Base:
    def __init__(self, config, model):
        self.model = model
        self.kind = config["kind"]
        self.optimizer = torch.optim.Adam(self.model.parameters())
        self.scheduler = self.make_scheduler()

    def make_scheduler(self):
        scheduler = lr_scheduler.StepLR(self.optimizer, step_size=5)
        return scheduler

    def train(self, loader, held_out):
        for epoch in range(10):
            self.train_epoch(loader, epoch)
            self.scheduler.step()

    def train_epoch(self, loader, epoch):
        for batch in loader:
            self.optimizer.zero_grad()
            self.model(batch).backward()
            self.optimizer.step()
