import torch
from parts import parts, turn


def main(net, loader):
    opt, sched = parts(net, 0.1, every=30)
    d = torch.load("p.pt")
    net.load_state_dict(d["net"])
    opt.load_state_dict(d["opt"])
    sched.load_state_dict(d["sched"])
    for _ in range(60, 120):
        turn(net, opt, loader)
        sched.step()
