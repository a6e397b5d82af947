"""A contextmanager yields the parts, restored in the right order: silent."""
from contextlib import contextmanager

import torch


@contextmanager
def session(net, path, save_to):
    opt = torch.optim.SGD(net.parameters(), lr=0.1)
    lrs = torch.optim.lr_scheduler.StepLR(opt, 10)
    ck = torch.load(path)
    opt.load_state_dict(ck["opt"])
    lrs.load_state_dict(ck["lrs"])
    try:
        yield opt, lrs
    finally:
        torch.save({"opt": opt.state_dict(), "lrs": lrs.state_dict()}, save_to)


def main(net, loader, path):
    with session(net, path, "next.pt") as (opt, lrs):
        for _ in range(40):
            for x in loader:
                opt.zero_grad()
                net(x).sum().backward()
                opt.step()
            lrs.step()
