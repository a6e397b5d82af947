"""Whichever class an option chooses is read under a key that nobody writes."""
import argparse

import torch
from torch.optim import lr_scheduler


def main(net, loader):
    parser = argparse.ArgumentParser()
    parser.add_argument("--sched", choices=["step", "cosine"])
    parser.add_argument("--resume")
    args = parser.parse_args()
    opt = torch.optim.SGD(net.parameters(), lr=0.1)
    sched = lr_scheduler.StepLR(opt, 30) if args.sched == "step" else lr_scheduler.CosineAnnealingLR(opt, 90)
    first = 0
    if args.resume:
        ckpt = torch.load(args.resume)
        net.load_state_dict(ckpt["net"])
        opt.load_state_dict(ckpt["opt"])
        sched.load_state_dict(ckpt["sched"])  # expect: SCH303
        first = ckpt["epoch"] + 1
    for epoch in range(first, 90):
        for x in loader:
            opt.zero_grad()
            net(x).mean().backward()
            opt.step()
        sched.step()
        torch.save({"net": net.state_dict(), "opt": opt.state_dict(), "epoch": epoch}, args.resume)
