import os

import numpy as np
import torch
from torch import nn


class Depths:
    def __init__(self, kind):
        if kind == "uniform":
            self.centers = np.linspace(0, 10, 64)
        else:
            self.centers = None


def main(kind, loader):
    data = Depths(kind)
    net = nn.Linear(4, 2)
    optimizer = torch.optim.AdamW(net.parameters(), lr=0.1)
    scheduler = torch.optim.lr_scheduler.CosineAnnealingLR(optimizer, T_max=100)
    start = 0
    if os.path.exists("last.pth"):
        checkpoint = torch.load("last.pth")
        net.load_state_dict(checkpoint["net"])
        optimizer.load_state_dict(checkpoint["optimizer"])  # expect: SCH103
        start = checkpoint["epoch"] + 1
    for epoch in range(start, 100):
        for batch in loader:
            optimizer.zero_grad()
            net(batch).sum().backward()
            optimizer.step()
        scheduler.step()
        state = {
            "epoch": epoch,
            "net": net.state_dict(),
            "optimizer": optimizer.state_dict(),
            "centers": data.centers,
        }
        torch.save(state, "last.pth")  # expect: SCH303
