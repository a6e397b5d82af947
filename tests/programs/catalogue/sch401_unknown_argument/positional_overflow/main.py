"""The fifth position of StepLR used to be verbose."""
import argparse

import torch


def main(net, loader):
    ap = argparse.ArgumentParser()
    ap.add_argument("--step", type=int, default=20)
    args = ap.parse_args()
    opt = torch.optim.SGD(net.parameters(), lr=0.1)
    sched = torch.optim.lr_scheduler.StepLR(opt, args.step, 0.5, -1, True)  # expect: SCH401
    for _ in range(60):
        for x in loader:
            opt.zero_grad()
            net(x).mean().backward()
            opt.step()
        sched.step()
