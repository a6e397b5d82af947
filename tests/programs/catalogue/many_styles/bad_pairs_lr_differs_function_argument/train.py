import torch
from common import fit, objects


def main(net, loader):
    opt, sched = objects(net, 0.1)
    fit(net, opt, sched, loader, 15)
    torch.save({"net": net.state_dict(), "opt": opt.state_dict(), "sched": sched.state_dict()}, "net_last.pt")
