import os

import torch
from torch import nn
from torch.optim.lr_scheduler import LambdaLR
from torch.utils.data import DataLoader, TensorDataset


def restore(path, model, optimizer):
    if not os.path.exists(path):
        return None
    checkpoint = torch.load(path, map_location="cpu")
    model.load_state_dict(checkpoint["model"])
    optimizer.load_state_dict(checkpoint["optimizer"])
    return checkpoint["updates"]


def train(model, loader, path, updates):
    optimizer = torch.optim.SGD(model.parameters(), lr=0.1, momentum=0.9)
    schedule = LambdaLR(optimizer, lambda update: min(1.0, update / 100))
    done = restore(path, model, optimizer) or 0
    for _ in range(done):
        schedule.step()
    for epoch in range(done // len(loader), updates // len(loader)):
        for x, y in loader:
            optimizer.zero_grad()
            nn.functional.cross_entropy(model(x), y).backward()
            optimizer.step()
            schedule.step()
            done += 1
        torch.save({"model": model.state_dict(), "optimizer": optimizer.state_dict(), "updates": done}, path)


def prune(model, level):
    with torch.no_grad():
        for weight in model.parameters():
            weight.mul_((weight.abs() > 0.01 * level).float())


if __name__ == "__main__":
    loader = DataLoader(TensorDataset(torch.rand(64, 4), torch.randint(2, (64,))), batch_size=8)
    for level in range(4):
        model = nn.Sequential(nn.Linear(4, 16), nn.ReLU(), nn.Linear(16, 2))
        prune(model, level)
        train(model, loader, f"level_{level}.pt", 400)
