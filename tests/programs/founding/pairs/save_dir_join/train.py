"""save_dir default + os.path.join in one script, Path / in the other; T_max differs through argparse defaults."""
import argparse
import os

import torch


def parse():
    p = argparse.ArgumentParser()
    p.add_argument("--save-dir", default="work_dirs/base")
    p.add_argument("--epochs", "-e", type=int, default=100)
    return p.parse_args()


def main(net, loader):
    args = parse()
    opt = torch.optim.SGD(net.parameters(), lr=0.1)
    lrs = torch.optim.lr_scheduler.CosineAnnealingLR(opt, T_max=args.epochs)
    for _ in range(args.epochs):
        for x in loader:
            opt.zero_grad()
            net(x).sum().backward()
            opt.step()
        lrs.step()
        torch.save(
            {"net": net.state_dict(), "opt": opt.state_dict(), "lrs": lrs.state_dict()},
            os.path.join(args.save_dir, "latest.pth"),
        )
