"""Both scripts call one builder; the resume script passes another step size to it."""
import torch
from parts import parts, turn


def main(net, loader):
    opt, sched = parts(net)
    for _ in range(60):
        turn(net, opt, loader)
        sched.step()
    torch.save({"net": net.state_dict(), "opt": opt.state_dict(), "sched": sched.state_dict()}, "p.pt")
