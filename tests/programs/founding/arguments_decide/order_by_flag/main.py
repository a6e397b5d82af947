"""A boolean argument picks the order; this caller says legacy=True."""
import torch
from io_utils import restore


def main(model, loader, path):
    optimizer = torch.optim.SGD(model.parameters(), lr=0.1)
    scheduler = torch.optim.lr_scheduler.MultiStepLR(optimizer, [50, 75])
    for _ in range(restore(path, model, optimizer, scheduler, legacy=True), 100):
        for x in loader:
            optimizer.zero_grad()
            model(x).sum().backward()
            optimizer.step()
        scheduler.step()
