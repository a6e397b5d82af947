"""Milestones are given in epochs and turned into iterations by a helper in another module; stepped per batch."""
import torch
from solver import epoch_to_iter


def main(net, loader, max_epoch=24, steps=(16, 22)):
    opt = torch.optim.SGD(net.parameters(), lr=0.1)
    sched = torch.optim.lr_scheduler.MultiStepLR(opt, milestones=epoch_to_iter(steps, loader))
    for epoch in range(max_epoch):
        for x in loader:
            opt.zero_grad()
            net(x).sum().backward()
            opt.step()
            sched.step()
