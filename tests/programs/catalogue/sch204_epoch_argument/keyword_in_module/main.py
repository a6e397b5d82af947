"""epoch= by keyword in a function of another module."""
import torch
from loop import fit


def main(net, loader):
    optimizer = torch.optim.Adam(net.parameters(), lr=1e-3)
    scheduler = torch.optim.lr_scheduler.MultiStepLR(optimizer, milestones=[20, 40], gamma=0.1)
    fit(net, loader, optimizer, scheduler, 60)
