import torch
from lr import InverseSqrt


def main(net, loader, updates=10000):
    opt = torch.optim.Adam(net.parameters(), 5e-4)
    sched = InverseSqrt(opt, 400)
    n = 0
    while n < updates:
        for x in loader:
            opt.zero_grad()
            net(x).sum().backward()
            opt.step()
            sched.step()
            n += 1
    print(sched.get_last_lr())
