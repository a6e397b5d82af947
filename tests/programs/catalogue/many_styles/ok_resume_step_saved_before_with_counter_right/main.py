"""Saves at the top of the next epoch: state and counter agree."""
import os

import torch


def main(net, loader):
    opt = torch.optim.SGD(net.parameters(), lr=0.1)
    sched = torch.optim.lr_scheduler.MultiStepLR(opt, [10, 20])
    epoch = 0
    if os.path.exists("run.pt"):
        s = torch.load("run.pt")
        net.load_state_dict(s["net"])
        opt.load_state_dict(s["opt"])
        sched.load_state_dict(s["sched"])
        epoch = s["epoch"]
    while epoch < 30:
        torch.save({"net": net.state_dict(), "opt": opt.state_dict(), "sched": sched.state_dict(), "epoch": epoch}, "run.pt")
        for x in loader:
            opt.zero_grad()
            net(x).sum().backward()
            opt.step()
        sched.step()
        epoch += 1
