"""torch.load gives back the objects themselves, already tied together: silent."""
import os

import torch


def main(net, loader, path="objects.pt"):
    if os.path.exists(path):
        net, opt, lrs, first = torch.load(path, weights_only=False)
    else:
        opt = torch.optim.SGD(net.parameters(), lr=0.1)
        lrs, first = torch.optim.lr_scheduler.StepLR(opt, 10), 0
    for epoch in range(first, 40):
        for x in loader:
            opt.zero_grad()
            net(x).sum().backward()
            opt.step()
        lrs.step()
        torch.save((net, opt, lrs, epoch + 1), path)
