"""Subclasses that hand on what torch takes, or ask for its version."""
import torch
from packaging import version
from torch.optim.lr_scheduler import LRScheduler, StepLR, CosineAnnealingLR

NEW = version.parse(torch.__version__) >= version.parse("2.7")

class A(LRScheduler):
    def __init__(self, optimizer, last_epoch=-1, verbose=False):
        if version.parse(torch.__version__) >= version.parse("2.7"):
            super().__init__(optimizer, last_epoch)
        else:
            super().__init__(optimizer, last_epoch, verbose)

class B(CosineAnnealingLR):
    def __init__(self, *args, **kwargs):
        self.x = kwargs.pop("x", 0)
        super().__init__(*args, **kwargs)

class C(StepLR):
    def __init__(self, optimizer, step_size, **kwargs):
        super().__init__(optimizer, step_size=step_size, gamma=0.5, **kwargs)

class Mixin:
    def __init__(self, *args, extra=None, **kwargs):
        self.extra = extra
        super().__init__(*args, **kwargs)

class D(Mixin, StepLR):
    def __init__(self, optimizer, step_size, extra):
        super().__init__(optimizer, step_size, extra=extra)

class E(StepLR):
    pass

def main(net, loader):
    opt = torch.optim.SGD(net.parameters(), lr=0.1)
    a, b, c, d, e = A(opt), B(opt, 5, x=3), C(opt, 3), D(opt, 3, extra=1), E(opt, 5, gamma=0.5)
    for _ in range(3):
        for x in loader:
            net(x).backward()
            opt.step()
        for z in (a, b, c, d, e):
            z.step()
