"""Walrus in the condition; the optimizer's state is used where the file has one: silent."""
import glob

import torch


def newest():
    found = sorted(glob.glob("runs/*.pt"))
    return torch.load(found[-1]) if found else None


def main(net, loader):
    opt = torch.optim.SGD(net.parameters(), lr=0.1)
    lrs = torch.optim.lr_scheduler.MultiStepLR(opt, [33, 66])
    first = 0
    if (st := newest()) is not None:
        net.load_state_dict(st["net"])
        if "opt" in st:
            opt.load_state_dict(st["opt"])
        lrs.load_state_dict(st["lrs"])
        first = st["epoch"]
    for ep in range(first, 99):
        for x in loader:
            opt.zero_grad()
            net(x).sum().backward()
            opt.step()
        lrs.step()
        torch.save({"net": net.state_dict(), "opt": opt.state_dict(), "lrs": lrs.state_dict(), "epoch": ep}, f"runs/{ep:03}.pt")
