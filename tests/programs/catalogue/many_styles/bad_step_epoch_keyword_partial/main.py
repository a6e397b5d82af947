from functools import partial

import torch


def main(net, loader, epochs=60):
    opt = torch.optim.SGD(net.parameters(), 0.1)
    make = partial(torch.optim.lr_scheduler.ExponentialLR, gamma=0.98)
    sched = make(opt)
    for e in range(epochs):
        for x in loader:
            opt.zero_grad()
            net(x).mean().backward()
            opt.step()
        sched.step(epoch=e)  # expect: SCH204
