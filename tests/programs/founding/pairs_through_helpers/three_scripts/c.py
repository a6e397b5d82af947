import os

import torch


def main(net, loader):
    opt = torch.optim.SGD(net.parameters(), lr=0.5)
    s = torch.optim.lr_scheduler.PolynomialLR(opt, 200, power=1)
    if os.path.exists("three.pt"):
        d = torch.load("three.pt")
        net.load_state_dict(d["net"])
        opt.load_state_dict(d["opt"])
        s.load_state_dict(d["s"])
    for _ in range(s.last_epoch, 200):
        for x in loader:
            opt.zero_grad()
            net(x).sum().backward()
            opt.step()
        s.step()
        torch.save({"net": net.state_dict(), "opt": opt.state_dict(), "s": s.state_dict()}, "three.pt")
