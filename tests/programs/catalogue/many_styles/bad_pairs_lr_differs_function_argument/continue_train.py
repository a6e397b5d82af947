import torch
from common import fit, objects


def main(net, loader):
    opt, sched = objects(net, 0.05)
    blob = torch.load("net_last.pt")
    net.load_state_dict(blob["net"])
    opt.load_state_dict(blob["opt"])
    sched.load_state_dict(blob["sched"])
    fit(net, opt, sched, loader, 15)
