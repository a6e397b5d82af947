"""One of several experiments that share a helper for checkpoints; each has a schedule and a file of its own."""
import sys

import torch
from checkpoints import save


def main(folder, loader):
    model = torch.nn.Linear(4, 1)
    optimizer = torch.optim.SGD(model.parameters(), lr=0.1)
    scheduler = torch.optim.lr_scheduler.StepLR(optimizer, 30)
    for epoch in range(90):
        for batch in loader:
            optimizer.zero_grad()
            model(batch).sum().backward()
            optimizer.step()
        scheduler.step()
        save(folder / sys.argv[1], model, optimizer, scheduler)
