import torch
from base import Base


def main(net, loader):
    b = Base(net)
    for _ in range(50):
        b.epoch(loader)
    torch.save({"net": b.net.state_dict(), "opt": b.opt.state_dict(), "sched": b.sched.state_dict()}, b.ckpt)
