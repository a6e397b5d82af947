import sys

import torch
from torch import nn
from torch.optim.lr_scheduler import CosineAnnealingLR, CosineAnnealingWarmRestarts
from torch.utils.data import DataLoader, TensorDataset

from settings import config


def make_scheduler(options, optimizer, epochs):
    if options["name"] == "cosine":
        return CosineAnnealingLR(optimizer, epochs)
    return CosineAnnealingWarmRestarts(optimizer, **options["arguments"])


def load(model, optimizer, scheduler, path):
    first = 0
    try:
        checkpoint = torch.load(path)
        first = checkpoint["epoch"] + 1
        model.load_state_dict(checkpoint["model"])
        optimizer.load_state_dict(checkpoint["optimizer"])
        scheduler = checkpoint["scheduler"]
    except FileNotFoundError:
        print("no checkpoint found at", path)
    return model, optimizer, scheduler, first


if __name__ == "__main__":
    loader = DataLoader(TensorDataset(torch.rand(64, 4), torch.rand(64, 1)), batch_size=8)
    model = nn.Linear(4, 1)
    optimizer = torch.optim.Adam(model.parameters(), lr=1e-3)
    scheduler = make_scheduler(config["scheduler"], optimizer, config["epochs"])
    first = 0
    if "--resume" in sys.argv:
        model, optimizer, scheduler, first = load(model, optimizer, scheduler, "last.pt")
    for epoch in range(first, config["epochs"]):
        for x, y in loader:
            optimizer.zero_grad()
            nn.functional.mse_loss(model(x), y).backward()
            optimizer.step()
        scheduler.step()
        state = {"epoch": epoch, "model": model.state_dict(), "optimizer": optimizer.state_dict(), "scheduler": scheduler}
        torch.save(state, "last.pt")
