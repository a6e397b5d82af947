import contextlib

import torch


def main(net, loader):
    opt = torch.optim.SGD(net.parameters(), 0.1)
    sched = torch.optim.lr_scheduler.StepLR(opt, 10)
    for _ in range(30):
        with contextlib.ExitStack() as stack:
            stack.callback(sched.step)
            for x in loader:
                opt.zero_grad()
                net(x).mean().backward()
                opt.step()
