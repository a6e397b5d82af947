"""train_epoch() steps the scheduler at its end and so does the loop that called it."""
import torch
from engine import train_epoch


def main(net, loader):
    optimizer = torch.optim.SGD(net.parameters(), lr=0.1)
    scheduler = torch.optim.lr_scheduler.StepLR(optimizer, step_size=30)
    for _ in range(90):
        train_epoch(net, loader, optimizer, scheduler)
        scheduler.step()  # expect: SCH210
