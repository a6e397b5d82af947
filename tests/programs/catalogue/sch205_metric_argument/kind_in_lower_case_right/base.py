from framework import Abstract
import torch
from torch.optim.lr_scheduler import ReduceLROnPlateau


class Base(Abstract):
    def __init__(self, config, model):
        self.model = model
        self.optimizer = torch.optim.Adam(model.parameters())
        self.scheduler = self.make()

    def make(self):
        if self.decay:
            return ReduceLROnPlateau(self.optimizer)
        return None

    def train(self, loader, held_out):
        for epoch in range(10):
            for batch in loader:
                self.optimizer.zero_grad()
                self.model(batch).mean().backward()
                self.optimizer.step()
            val_loss = self.model(held_out).mean().item()
            if self.scheduler is not None:
                self.scheduler.step(val_loss)
