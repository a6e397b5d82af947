import os

import torch


def save(path, net, opt, sched, epoch):
    torch.save({"net": net.state_dict(), "opt": opt.state_dict(), "lr_sched": sched.state_dict(), "epoch": epoch}, path)


def load(path, net, opt, sched):
    c = torch.load(path)
    net.load_state_dict(c["net"])
    opt.load_state_dict(c["opt"])
    sched.load_state_dict(c["scheduler"])  # expect: SCH303
    return c["epoch"] + 1


def main(net, loader, path="c.pt"):
    opt = torch.optim.SGD(net.parameters(), lr=0.1)
    sched = torch.optim.lr_scheduler.StepLR(opt, 30)
    start = load(path, net, opt, sched) if os.path.isfile(path) else 0
    for epoch in range(start, 90):
        for x in loader:
            opt.zero_grad()
            net(x).mean().backward()
            opt.step()
        sched.step()
        save(path, net, opt, sched, epoch)
