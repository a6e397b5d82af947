import torch
from base import Base
from torch.optim.lr_scheduler import OneCycleLR


class Mixer(Base):
    def __init__(self, config, model):
        super().__init__(config, model)

    def make(self):
        if self.kind.lower() == "onecycle":
            return OneCycleLR(self.optimizer, max_lr=0.1, total_steps=1000)
        return None

    def train(self, loader, held_out):
        for epoch in range(10):
            for batch in loader:
                self.optimizer.zero_grad()
                self.model(batch).mean().backward()
                self.optimizer.step()
                if self.kind.lower() == "onecycle":
                    self.scheduler.step()
            val_loss = self.model(held_out).mean().item()
            if self.kind.lower() != "onecycle":
                if self.kind.lower() == "plateau":
                    self.scheduler.step(val_loss)
                else:
                    self.scheduler.step()
