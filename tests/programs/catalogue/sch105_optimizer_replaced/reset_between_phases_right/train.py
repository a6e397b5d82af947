"""After unfreezing, optimizer and scheduler are made anew together."""
import torch
from torch.optim.lr_scheduler import CosineAnnealingLR


def one_epoch(model, optimizer, loader):
    for x, y in loader:
        optimizer.zero_grad()
        torch.nn.functional.cross_entropy(model(x), y).backward()
        optimizer.step()


def main(model, loader):
    for p in model.backbone.parameters():
        p.requires_grad = False
    optimizer = torch.optim.Adam(model.head.parameters(), lr=1e-3)
    scheduler = CosineAnnealingLR(optimizer, T_max=10)
    for _ in range(10):
        one_epoch(model, optimizer, loader)
        scheduler.step()
    for p in model.backbone.parameters():
        p.requires_grad = True
    optimizer = torch.optim.Adam(model.parameters(), lr=1e-4)
    scheduler = CosineAnnealingLR(optimizer, T_max=20)
    for _ in range(20):
        one_epoch(model, optimizer, loader)
        scheduler.step()
