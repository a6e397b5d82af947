import sys

import torch
from torch import nn
from torch.utils.data import DataLoader, TensorDataset

from schedule import resumed

if __name__ == "__main__":
    loader = DataLoader(TensorDataset(torch.rand(64, 4), torch.rand(64, 1)), batch_size=8)
    model = nn.Linear(4, 1)
    optimizer = torch.optim.SGD(model.parameters(), lr=0.1)
    start = 0
    if len(sys.argv) > 1:
        checkpoint = torch.load(sys.argv[1])
        model.load_state_dict(checkpoint["model"])
        optimizer.load_state_dict(checkpoint["optimizer"])
        start = checkpoint["epoch"] + 1
    options = {"step_size": 10}
    options.update(last_epoch=start - 1)
    scheduler = resumed(optimizer, options)
    for epoch in range(start, 40):
        for x, y in loader:
            optimizer.zero_grad()
            nn.functional.mse_loss(model(x), y).backward()
            optimizer.step()
        scheduler.step()
        torch.save({"model": model.state_dict(), "optimizer": optimizer.state_dict(), "epoch": epoch}, "last.pt")
