"""A restore in try/except in the right order: silent."""
import pickle

import torch


def restore(path, net, opt, lrs):
    try:
        with open(path, "rb") as fh:
            blob = torch.load(fh)
    except (OSError, pickle.UnpicklingError) as err:
        print("cannot resume:", err)
        return 0
    net.load_state_dict(blob["net"])
    try:
        opt.load_state_dict(blob["opt"])
        lrs.load_state_dict(blob["lrs"])
    except KeyError:
        print("old checkpoint")
    return blob["epoch"]


def main(net, loader, path):
    opt = torch.optim.SGD(net.parameters(), lr=0.1)
    lrs = torch.optim.lr_scheduler.StepLR(opt, 10)
    for _ in range(restore(path, net, opt, lrs), 40):
        for x in loader:
            opt.zero_grad()
            net(x).sum().backward()
            opt.step()
        lrs.step()
