import sys

import torch
from lib import load, save


def main(net, loader):
    opt = torch.optim.SGD(net.parameters(), lr=0.01)
    lrs = torch.optim.lr_scheduler.StepLR(opt, 20)
    first = load("svhn", net, opt, lrs) if "--resume" in sys.argv else 0
    for e in range(first, 60):
        for x in loader:
            opt.zero_grad()
            net(x).sum().backward()
            opt.step()
        lrs.step()
        save("svhn", e + 1, net, opt, lrs)
