"""The resume script takes its arguments from the checkpoint: unknown to a reader of the code, silent."""
import argparse

import torch


def main(net, loader):
    p = argparse.ArgumentParser()
    p.add_argument("--epochs", type=int, default=30)
    args = p.parse_args()
    opt = torch.optim.SGD(net.parameters(), lr=0.1)
    lrs = torch.optim.lr_scheduler.CosineAnnealingLR(opt, args.epochs)
    for _ in range(args.epochs):
        for x in loader:
            opt.zero_grad()
            net(x).sum().backward()
            opt.step()
        lrs.step()
    torch.save({"args": args, "net": net.state_dict(), "o": opt.state_dict(), "l": lrs.state_dict()}, "a.pt")
