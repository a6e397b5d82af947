import torch


def make(opt, **kw):
    return torch.optim.lr_scheduler.MultiStepLR(opt, **kw)  # expect: SCH401


def main(net, loader):
    opt = torch.optim.SGD(net.parameters(), 0.1)
    sched = make(opt, milestone=[30, 60])
    for _ in range(90):
        for x in loader:
            opt.zero_grad()
            net(x).mean().backward()
            opt.step()
        sched.step()
