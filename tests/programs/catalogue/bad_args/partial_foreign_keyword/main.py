import torch
from registry import SCHED


def main(net, loader):
    opt = torch.optim.SGD(net.parameters(), 0.1)
    sched = SCHED["cos"](opt)  # expect: SCH401
    for _ in range(30):
        for x in loader:
            opt.zero_grad()
            net(x).mean().backward()
            opt.step()
        sched.step()
