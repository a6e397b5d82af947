"""One script, --phase fit|more: branches of an if choose lr and class; the path is formatted with %."""
import argparse

import torch
from torch.optim.lr_scheduler import ExponentialLR, StepLR


def loop(net, opt, lrs, loader, n):
    for _ in range(n):
        for x in loader:
            opt.zero_grad()
            net(x).sum().backward()
            opt.step()
        lrs.step()


def main(net, loader):
    ap = argparse.ArgumentParser()
    ap.add_argument("--phase", choices=["fit", "more"], default="fit")
    args = ap.parse_args()
    name = "runs/%s.pt" % "phase"
    if args.phase == "fit":
        opt = torch.optim.RMSprop(net.parameters(), lr=1e-2)
        lrs = StepLR(opt, 10)
        loop(net, opt, lrs, loader, 20)
        torch.save((net.state_dict(), opt.state_dict(), lrs.state_dict()), name)
    else:
        opt = torch.optim.RMSprop(net.parameters(), lr=1e-3)  # expect: SCH304
        lrs = ExponentialLR(opt, 0.9)  # expect: SCH302
        n, o, s = torch.load(name)
        net.load_state_dict(n)
        opt.load_state_dict(o)
        lrs.load_state_dict(s)
        loop(net, opt, lrs, loader, 20)
