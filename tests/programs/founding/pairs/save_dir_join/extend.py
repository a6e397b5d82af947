import argparse
from pathlib import Path

import torch

parser = argparse.ArgumentParser()
parser.add_argument("--save_dir", default="work_dirs/base", type=Path)
parser.add_argument("--epochs", type=int, default=150)


def main(net, loader):
    args = parser.parse_args()
    opt = torch.optim.SGD(net.parameters(), lr=0.1)
    lrs = torch.optim.lr_scheduler.CosineAnnealingLR(opt, T_max=args.epochs)  # expect: SCH301
    blob = torch.load(args.save_dir / "latest.pth")
    net.load_state_dict(blob["net"])
    opt.load_state_dict(blob["opt"])
    lrs.load_state_dict(blob["lrs"])
    for _ in range(lrs.last_epoch, args.epochs):
        for x in loader:
            opt.zero_grad()
            net(x).sum().backward()
            opt.step()
        lrs.step()
