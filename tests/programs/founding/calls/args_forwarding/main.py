"""*args/**kwargs forwarded through two functions into the one that builds and loops."""
import torch
from torch.optim.lr_scheduler import OneCycleLR


def log(fn, *args, **kwargs):
    print(fn.__name__)
    return fn(*args, **kwargs)


def launch(*args, **kwargs):
    return log(fit, *args, **kwargs)


def fit(net, loader, *, epochs, max_lr):
    opt = torch.optim.SGD(net.parameters(), lr=max_lr / 25)
    cyc = OneCycleLR(opt, max_lr, epochs=epochs, steps_per_epoch=len(loader))
    for _ in range(epochs):
        for x in loader:
            opt.zero_grad()
            net(x).sum().backward()
            opt.step()
        cyc.step()  # expect: SCH202


def main(net, loader):
    launch(net, loader, epochs=9, max_lr=0.3)
