import sys

import torch
from torch.optim.lr_scheduler import MultiStepLR
from torch.utils.data import DataLoader


def train(model, data):
    loader = DataLoader(data, batch_size=4)
    optimizer = torch.optim.Adam(model.parameters(), lr=1e-3)
    done = 0
    last_epoch = -1
    if len(sys.argv) > 1:
        saved = torch.load("last.pth")
        done = saved["epoch"]
        last_epoch = done
        model.load_state_dict(saved["model"])
        optimizer.load_state_dict(saved["optimizer"])
    scheduler = MultiStepLR(optimizer, [30, 40], last_epoch=last_epoch)  # expect: SCH106
    for epoch in range(done + 1, 51):
        for x in loader:
            optimizer.zero_grad()
            model(x).mean().backward()
            optimizer.step()
        scheduler.step()
        torch.save({"model": model.state_dict(), "epoch": epoch, "optimizer": optimizer.state_dict()}, "last.pth")


train(torch.nn.Linear(2, 1), torch.ones(8, 2))
