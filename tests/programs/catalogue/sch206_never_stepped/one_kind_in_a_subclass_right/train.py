import torch
from torch.optim import lr_scheduler


class Base:
    def __init__(self, config, model):
        self.model = model
        self.decay = config.get("decay", True)
        self.kind = config.get("kind", "multi")
        self.optimizer = torch.optim.Adam(model.parameters())
        self.scheduler = self.make()

    def make(self):
        if self.decay:
            if self.kind.lower() == "multi":
                scheduler = lr_scheduler.MultiStepLR(self.optimizer, milestones=[5, 8])
            elif self.kind.lower() == "step":
                scheduler = lr_scheduler.StepLR(self.optimizer, 5)
            else:
                scheduler = None
        else:
            scheduler = None
        return scheduler


class Mixer(Base):
    def make(self):
        if self.decay and self.kind.lower() == "one":
            return lr_scheduler.OneCycleLR(self.optimizer, 0.1, 100)
        else:
            return super().make()

    def train(self, loader):
        for epoch in range(10):
            self.train_epoch(loader)
            if self.scheduler is not None and self.kind.lower() != "one":
                if self.kind.lower() == "plateau":
                    self.scheduler.step(self.loss)
                else:
                    self.scheduler.step()

    def train_epoch(self, loader):
        for batch in loader:
            self.model(batch).backward()
            self.optimizer.step()
            if self.decay and self.kind.lower() == "one":
                self.scheduler.step()
