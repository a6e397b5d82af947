from dataclasses import dataclass

import torch


@dataclass
class Opts:
    lr: float = 0.1
    gamma: float = 0.0
    size: int = 10


def main(net, loader):
    o = Opts()
    opt = torch.optim.SGD(net.parameters(), o.lr)
    sched = torch.optim.lr_scheduler.StepLR(opt, o.size, o.gamma)  # expect: SCH405
    for _ in range(90):
        for x in loader:
            opt.zero_grad()
            net(x).mean().backward()
            opt.step()
        sched.step()
