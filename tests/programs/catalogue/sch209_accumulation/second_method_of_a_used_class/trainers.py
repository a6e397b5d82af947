import torch
from torch import nn, optim


class AdvancedTrainer:
    def __init__(self, device):
        self.device = device

    def train_careful(self, model, loader, epochs, accumulate=4):
        optimizer = optim.AdamW(model.parameters(), lr=1e-3)
        scheduler = optim.lr_scheduler.OneCycleLR(
            optimizer, max_lr=1e-2, epochs=epochs, steps_per_epoch=len(loader) // accumulate
        )
        for epoch in range(epochs):
            self._epoch(model, loader, optimizer, scheduler, accumulate)
        return model

    def train_fast(self, model, loader, epochs):
        optimizer = optim.AdamW(model.parameters(), lr=1e-3)
        scheduler = optim.lr_scheduler.OneCycleLR(optimizer, max_lr=1e-2, epochs=epochs, steps_per_epoch=len(loader))
        for epoch in range(epochs):
            self._fast_epoch(model, loader, optimizer, scheduler)
        return model

    def _epoch(self, model, loader, optimizer, scheduler, accumulate):
        model.train()
        for i, (x, y) in enumerate(loader):
            (nn.functional.mse_loss(model(x.to(self.device)), y.to(self.device)) / accumulate).backward()
            if (i + 1) % accumulate == 0:
                optimizer.step()
                scheduler.step()
                optimizer.zero_grad()

    def _fast_epoch(self, model, loader, optimizer, scheduler):
        accumulate = 4
        model.train()
        for i, (x, y) in enumerate(loader):
            (nn.functional.mse_loss(model(x.to(self.device)), y.to(self.device)) / accumulate).backward()
            if (i + 1) % accumulate == 0:
                optimizer.step()
                scheduler.step()  # expect: SCH209
                optimizer.zero_grad()

    def load(self, model, path):
        model.load_state_dict(torch.load(path, map_location=self.device))
