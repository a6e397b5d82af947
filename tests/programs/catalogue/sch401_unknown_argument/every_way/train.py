"""Every way an argument can be one that torch does not take."""
import torch
from torch.optim import lr_scheduler as S
from torch.optim.lr_scheduler import CosineAnnealingLR, LRScheduler, ReduceLROnPlateau, StepLR, _LRScheduler, LambdaLR, LinearLR, SequentialLR
from functools import partial


class A(CosineAnnealingLR):
    def __init__(self, optimizer, T_max, eta_min=0, last_epoch=-1, verbose=False):
        super().__init__(optimizer, T_max, eta_min, last_epoch, verbose)  # expect: SCH401


class B(_LRScheduler):
    def __init__(self, optimizer, warm, last_epoch=-1, verbose=False):
        self.warm = warm
        super(B, self).__init__(optimizer, last_epoch, verbose)  # expect: SCH401

    def get_lr(self):
        return self.base_lrs


class C(LRScheduler):
    def __init__(self, optimizer, last_epoch=-1, verbose=False):
        LRScheduler.__init__(self, optimizer, last_epoch=last_epoch, verbose=verbose)  # expect: SCH401


class D(ReduceLROnPlateau):
    def __init__(self, optimizer, **kw):
        super().__init__(optimizer, mode="min", threshhold=1e-3)  # expect: SCH401


class E(StepLR):
    def __init__(self, optimizer, gamma=0.1):
        super().__init__(optimizer, gamma=gamma)  # expect: SCH401


class F(B):
    def __init__(self, optimizer):
        super().__init__(optimizer, 5, verbose=True)


def main(net, loader):
    opt = torch.optim.SGD(net.parameters(), lr=0.1)
    for cls in (A,):
        a = A(opt, 10)
    b = B(opt, 3)
    c = C(opt)
    d = D(opt)
    e = E(opt)
    f = F(opt)
    g = S.StepLR(opt, 30, 0.1, -1, "deprecated")  # expect: SCH401
    h = S.CosineAnnealingLR(opt)  # expect: SCH401
    i = S.CosineAnnealingLR(T_max=5)  # expect: SCH401
    make = partial(S.StepLR, step_size=4, gama=0.2)
    j = make(opt)  # expect: SCH401
    k = S.MultiStepLR(opt, [3, 5], gamma=0.1, verbose=False)  # expect: SCH401
    kw = dict(step_size=3, T_max=4)
    l = StepLR(opt, **kw)  # expect: SCH401
    m = getattr(S, "ExponentialLR")(opt, 0.9, -1, True)  # expect: SCH401
    n = LambdaLR(opt, lr_lambda=lambda e: 1, gamma=0.1)  # expect: SCH401
    p = StepLR(opt, 3, gamma=0.1, step_size=4)  # expect: SCH401
    q = SequentialLR(opt, [LinearLR(opt, 0.1), StepLR(opt, 3)], [5], -1, False)  # expect: SCH401
    r = S.PolynomialLR(opt, max_iters=10)  # expect: SCH401
    for _ in range(3):
        for x in loader:
            net(x).backward()
            opt.step()
        a.step()
        b.step()
        c.step()
        d.step()
        e.step()
        f.step()
        g.step()
        h.step()
        i.step()
        j.step()
        k.step()
        l.step()
        m.step()
        n.step()
        p.step()
        q.step()
        r.step()


class G(StepLR):
    pass


def other(net):
    opt = torch.optim.SGD(net.parameters(), lr=0.1)
    z = G(opt, 3, verbose=True)  # expect: SCH401
    return opt, z
