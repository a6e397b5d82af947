"""Stages, epochs, batches; the schedule moves in the middle loop: silent."""
import torch
from torch.optim.lr_scheduler import CosineAnnealingLR

STAGES = [(64, 20), (128, 30), (224, 10)]


def progressive(model, make_loader):
    for size, n_epochs in STAGES:
        loader = make_loader(size)
        optimizer = torch.optim.SGD(model.parameters(), lr=0.1)
        schedule = CosineAnnealingLR(optimizer, T_max=n_epochs)
        for epoch in range(n_epochs):
            for x, y in loader:
                optimizer.zero_grad()
                torch.nn.functional.cross_entropy(model(x), y).backward()
                optimizer.step()
            schedule.step()
