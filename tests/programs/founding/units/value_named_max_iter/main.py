"""T_max=args.max_iter says iterations; stepped once per epoch."""
import argparse

import torch


def main(net, loader):
    p = argparse.ArgumentParser()
    p.add_argument("--max-iter", type=int, required=True)
    p.add_argument("--epochs", type=int, required=True)
    args = p.parse_args()
    opt = torch.optim.SGD(net.parameters(), lr=0.1)
    sched = torch.optim.lr_scheduler.CosineAnnealingLR(opt, T_max=args.max_iter)
    for _ in range(args.epochs):
        for x in loader:
            opt.zero_grad()
            net(x).sum().backward()
            opt.step()
        sched.step()  # expect: SCH202
