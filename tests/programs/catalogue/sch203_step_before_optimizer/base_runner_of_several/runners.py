import torch
from torch import nn

from base import BaseRunner


class FlatRunner(BaseRunner):
    def build(self):
        return nn.Linear(4, 1)

    def forward_batch(self, model, batch, mode, optimizer, criterion):
        x, y = batch
        with torch.set_grad_enabled(mode == "train"):
            loss = criterion(model(x), y)
        if mode == "train":
            optimizer.zero_grad()
            loss.backward()
            optimizer.step()
        return loss.item()


class DeepRunner(BaseRunner):
    def build(self):
        return nn.Sequential(nn.Linear(4, 16), nn.ReLU(), nn.Linear(16, 1))

    def forward_batch(self, model, batch, mode, optimizer, criterion):
        x, y = batch
        loss = criterion(model(x), y) + 1e-4 * sum(p.abs().sum() for p in model.parameters())
        if mode == "train":
            optimizer.zero_grad()
            loss.backward()
            nn.utils.clip_grad_norm_(model.parameters(), 1.0)
            optimizer.step()
        return loss.item()
