"""One of several experiments that share a helper for checkpoints; each has a schedule and a file of its own."""
import sys

import torch
from checkpoints import load, save


def main(folder, loader, resume=False):
    model = torch.nn.Linear(4, 1)
    optimizer = torch.optim.SGD(model.parameters(), lr=0.01)
    scheduler = torch.optim.lr_scheduler.StepLR(optimizer, 10)
    if resume:
        load(folder / sys.argv[1], model, optimizer, scheduler)
    for epoch in range(90):
        for batch in loader:
            optimizer.zero_grad()
            model(batch).sum().backward()
            optimizer.step()
        scheduler.step()
        save(folder / sys.argv[1], model, optimizer, scheduler)
