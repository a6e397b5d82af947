"""train_epoch() alone steps the scheduler."""
import torch
from engine import train_epoch


def main(net, loader):
    optimizer = torch.optim.SGD(net.parameters(), lr=0.1)
    scheduler = torch.optim.lr_scheduler.StepLR(optimizer, step_size=30)
    for _ in range(90):
        train_epoch(net, loader, optimizer, scheduler)
