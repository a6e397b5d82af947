"""The caller keeps the epoch schedule and steps it itself: silent."""
import torch
from loops import run_epoch


def main(model, train_loader, val_loader, max_epochs=70):
    optimizer = torch.optim.SGD(model.parameters(), lr=0.02)
    policy = torch.optim.lr_scheduler.CosineAnnealingLR(optimizer, max_epochs)
    for epoch in range(max_epochs):
        tr = run_epoch(model, train_loader, optimizer)
        policy.step()
        va = run_epoch(model, val_loader)
        print(epoch, tr, va)
