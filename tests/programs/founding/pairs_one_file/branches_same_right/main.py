"""Both branches of `if args.resume` build alike: silent."""
import argparse

import torch
from torch.optim.lr_scheduler import StepLR


def main(net, loader):
    ap = argparse.ArgumentParser()
    ap.add_argument("--resume", action="store_true")
    args = ap.parse_args()
    start = 0
    if args.resume:
        opt = torch.optim.SGD(net.parameters(), lr=0.1, momentum=0.9)
        lr_policy = StepLR(opt, 40)
        blob = torch.load("state.pt")
        net.load_state_dict(blob["net"])
        opt.load_state_dict(blob["opt"])
        lr_policy.load_state_dict(blob["lr_policy"])
        start = blob["epoch"] + 1
    else:
        opt = torch.optim.SGD(net.parameters(), lr=0.1, momentum=0.9)
        lr_policy = StepLR(opt, 40)
    for epoch in range(start, 120):
        for x in loader:
            opt.zero_grad()
            net(x).sum().backward()
            opt.step()
        lr_policy.step()
        states = {"net": net.state_dict(), "opt": opt.state_dict(), "lr_policy": lr_policy.state_dict()}
        torch.save({**states, "epoch": epoch}, "state.pt")
