"""Equal quantities in different spellings: products, max_steps, ceil, a resumed remainder."""
import math

import torch


def product(net, loader, epochs):
    opt = torch.optim.SGD(net.parameters(), 0.1)
    steps = len(loader)
    total = epochs * steps
    sched = torch.optim.lr_scheduler.OneCycleLR(opt, 0.1, total_steps=total)
    for _ in range(epochs):
        for x in loader:
            opt.zero_grad()
            net(x).mean().backward()
            opt.step()
            sched.step()


def max_steps(net, loader, steps=10_000):
    opt = torch.optim.SGD(net.parameters(), 0.1)
    sched = torch.optim.lr_scheduler.OneCycleLR(opt, 0.1, total_steps=steps)
    done = 0
    for _ in range(math.ceil(steps / len(loader))):
        for x in loader:
            if done >= steps:
                return
            opt.zero_grad()
            net(x).mean().backward()
            opt.step()
            sched.step()
            done += 1


def spare(net, loader, epochs):
    opt = torch.optim.SGD(net.parameters(), 0.1)
    sched = torch.optim.lr_scheduler.OneCycleLR(opt, 0.1, total_steps=epochs * len(loader) + 1)
    for _ in range(epochs):
        for x in loader:
            opt.zero_grad()
            net(x).mean().backward()
            opt.step()
            sched.step()
