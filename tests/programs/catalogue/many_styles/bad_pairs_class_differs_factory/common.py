import torch
from torch.optim import lr_scheduler

PATH = "w.pt"


def loop(net, opt, sched, loader, epochs):
    for _ in epochs:
        for x in loader:
            opt.zero_grad()
            net(x).mean().backward()
            opt.step()
        sched.step()
