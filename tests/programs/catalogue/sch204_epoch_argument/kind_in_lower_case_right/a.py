import torch
from torch.optim import lr_scheduler


class Own:
    def __init__(self, optimizer):
        self.optimizer = optimizer

    def step(self, epoch):
        for group in self.optimizer.param_groups:
            group["lr"] = 0.1 / (1 + epoch)

    def step_update(self, num_updates):
        pass


class Trainer:
    def __init__(self, config, model):
        self.model = model
        self.kind = config.get("kind", "multi")
        self.optimizer = torch.optim.Adam(model.parameters())
        self.scheduler = self.make()

    def make(self):
        if self.kind.lower() == "multi":
            scheduler = lr_scheduler.MultiStepLR(self.optimizer, milestones=[5, 8])
        elif self.kind.lower() == "own":
            scheduler = Own(self.optimizer)
        else:
            scheduler = None
        return scheduler

    def train(self, loader):
        seen = 0
        for epoch in range(10):
            seen = self.train_epoch(loader, seen)
            if self.scheduler is not None:
                if self.kind.lower() == "own":
                    self.scheduler.step(epoch + 1)
                else:
                    self.scheduler.step()

    def train_epoch(self, loader, seen):
        for batch in loader:
            self.model(batch).backward()
            self.optimizer.step()
            seen += 1
            if self.scheduler is not None:
                if self.kind.lower() == "own":
                    self.scheduler.step_update(num_updates=seen)
        return seen
