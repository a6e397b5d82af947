import math
import sys

import torch
from torch.optim.lr_scheduler import LRScheduler
from torch.utils.data import DataLoader


class Waves(LRScheduler):
    def __init__(self, optimizer, length, last_epoch=-1):
        self.length = length
        super().__init__(optimizer, last_epoch)

    def get_lr(self):
        return [b * (1 + math.cos(math.pi * (self.last_epoch % self.length) / self.length)) / 2 for b in self.base_lrs]




def train(model, data):
    loader = DataLoader(data, batch_size=4)
    optimizer = torch.optim.Adam(model.parameters(), lr=1e-3)
    scheduler = Waves(optimizer, 10)
    first = 0
    if len(sys.argv) > 2:
        saved = torch.load("last.pth")
        first = saved["epoch"]
        model.load_state_dict(saved["model"])
        optimizer.load_state_dict(saved["optimizer"])  # expect: SCH103
    for epoch in range(first, 50):
        for x in loader:
            optimizer.zero_grad()
            model(x).mean().backward()
            optimizer.step()
        scheduler.step()
        torch.save({"model": model.state_dict(), "epoch": epoch + 1, "optimizer": optimizer.state_dict()}, "last.pth")  # expect: SCH303


train(torch.nn.Linear(2, 1), torch.ones(8, 2))
