"""run_epoch(optimizer=None, scheduler=None): the caller passes the epoch schedule into the batch loop."""
import torch
from loops import run_epoch


def main(model, train_loader, val_loader, max_epochs=70):
    optimizer = torch.optim.SGD(model.parameters(), lr=0.02)
    policy = torch.optim.lr_scheduler.CosineAnnealingLR(optimizer, max_epochs)
    for epoch in range(max_epochs):
        tr = run_epoch(model, train_loader, optimizer, policy)
        va = run_epoch(model, val_loader)
        print(epoch, tr, va)
