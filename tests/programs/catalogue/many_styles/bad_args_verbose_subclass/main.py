import torch
from lr import WarmPoly


def main(net, loader):
    opt = torch.optim.SGD(net.parameters(), 0.1)
    sched = WarmPoly(opt, total=50)
    for _ in range(50):
        for x in loader:
            opt.zero_grad()
            net(x).mean().backward()
            opt.step()
        sched.step()
