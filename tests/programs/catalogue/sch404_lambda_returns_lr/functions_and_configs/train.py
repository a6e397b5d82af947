"""Many small functions over dict, dataclass and Namespace configs, right and wrong."""
import argparse, math
from argparse import Namespace
from dataclasses import dataclass
import torch
import torch.optim.lr_scheduler as lrs
from torch import nn, optim
from torch.optim.lr_scheduler import (CosineAnnealingLR, LambdaLR, OneCycleLR, StepLR, _LRScheduler, MultiStepLR)
from torch.utils.data import DataLoader, TensorDataset
from transformers import get_linear_schedule_with_warmup, get_cosine_schedule_with_warmup


@dataclass
class Cfg:
    lr: float = 0.1
    epochs: int = 10
    warmup_steps: int = 100
    gamma: float = 0.0
    pct: float = 30


CFG = dict(lr=0.1, epochs=10, steps=200, warmup=20)
NS = Namespace(lr=0.01, epochs=5)


def f1(net):
    o = optim.SGD(net.parameters(), lr=CFG["lr"])
    return o, LambdaLR(o, lambda e: CFG["lr"] * 0.9 ** e)  # expect: SCH404


def f2(net):
    cfg = Cfg()
    o = optim.SGD(net.parameters(), lr=cfg.lr)
    def schedule(step):
        if step < 10:
            return cfg.lr * step / 10
        return cfg.lr * 0.5 ** (step // 30)
    return o, LambdaLR(o, schedule)  # expect: SCH404


def f3(net):
    o = optim.SGD(net.parameters(), lr=NS.lr)
    return o, LambdaLR(o, lr_lambda=[lambda e: NS.lr * (1 - e / NS.epochs)])  # expect: SCH404


def f4(net, lr, min_lr):
    o = optim.SGD(net.parameters(), lr=lr)
    return o, LambdaLR(o, lambda e: max(lr * 0.9 ** e, min_lr) / lr)


def f5(net, lr):
    o = optim.SGD(net.parameters(), lr=1.0)
    return o, LambdaLR(o, lambda e: lr * 0.9 ** e)


def f6(net):
    o = optim.SGD(net.parameters(), lr=0.5)
    return o, LambdaLR(o, lambda e: 0.5 * (1 + math.cos(math.pi * e / 10)))


def f7(net, lr, final_lr, epochs):
    o = optim.Adam(net.parameters(), lr=lr)
    return o, LambdaLR(o, lambda e: (final_lr + (lr - final_lr) * (1 - e / epochs)) / lr)


def f8(net, lr):
    o = optim.Adam(net.parameters(), lr=lr)
    return o, LambdaLR(o, lambda e: max(lr * 0.95 ** e, lr * 0.01))  # expect: SCH404


def f9(net):
    lr = 3e-4
    o = optim.Adam(net.parameters(), lr=lr)
    return o, LambdaLR(o, lambda e: lr if e < 10 else lr * 0.1)  # expect: SCH404


def f10(net):
    o = optim.Adam(net.parameters(), lr=0.1)
    return o, LambdaLR(o, lambda e: 1.0 if e < 10 else 0.1)


def g1(net, loader, cfg: Cfg):
    o = optim.Adam(net.parameters(), lr=cfg.lr)
    total_steps = len(loader) * cfg.epochs
    return o, get_linear_schedule_with_warmup(o, total_steps, cfg.warmup_steps)  # expect: SCH405


def g2(net, loader):
    cfg = Cfg()
    o = optim.Adam(net.parameters(), lr=cfg.lr)
    return o, get_cosine_schedule_with_warmup(o, num_warmup_steps=0.1 * len(loader) * cfg.epochs, num_training_steps=len(loader) * cfg.epochs)


def g3(net):
    cfg = Cfg()
    o = optim.Adam(net.parameters(), lr=cfg.lr)
    return o, StepLR(o, 10, gamma=cfg.gamma)  # expect: SCH405


def g4(net, loader):
    cfg = Cfg()
    o = optim.Adam(net.parameters(), lr=cfg.lr)
    return o, OneCycleLR(o, 0.1, epochs=3, steps_per_epoch=len(loader), pct_start=cfg.pct)  # expect: SCH405


def g5(net, loader, warmup_ratio=0.1):
    o = optim.Adam(net.parameters(), lr=1e-3)
    max_train_steps = len(loader) * 3
    num_warmup = int(max_train_steps * warmup_ratio)
    return o, get_linear_schedule_with_warmup(o, num_warmup, max_train_steps - num_warmup)


def g6(net):
    o = optim.Adam(net.parameters(), lr=1e-3)
    return o, get_linear_schedule_with_warmup(o, num_warmup_steps=1000, num_training_steps=CFG["steps"])  # expect: SCH405


def g7(net, total_steps):
    o = optim.Adam(net.parameters(), lr=1e-3)
    return o, get_linear_schedule_with_warmup(o, num_warmup_steps=total_steps, num_training_steps=total_steps)  # expect: SCH405


def g8(net, args):
    o = optim.Adam(net.parameters(), lr=1e-3)
    return o, get_linear_schedule_with_warmup(o, num_warmup_steps=args.max_warmup_steps, num_training_steps=args.t_total)


def g9(net, warmup_steps):
    o = optim.Adam(net.parameters(), lr=1e-3)
    return o, get_linear_schedule_with_warmup(o, num_warmup_steps=warmup_steps, num_training_steps=warmup_steps)


def g10(net, loader, args):
    o = optim.Adam(net.parameters(), lr=1e-3)
    return o, get_linear_schedule_with_warmup(o, len(loader) * args.epochs, args.warmup_steps)  # expect: SCH405


def h1(sched):
    if isinstance(sched, torch.optim.lr_scheduler._LRScheduler):  # expect: SCH402
        sched.step()


def h2(sched):
    kinds = (_LRScheduler, lrs.ReduceLROnPlateau)
    assert isinstance(sched, kinds)  # expect: SCH402


def h3(sched):
    return isinstance(sched, (lrs._LRScheduler, lrs.LRScheduler))


def h4(x):
    return issubclass(type(x), _LRScheduler)


def h5(schedulers):
    return [s for s in schedulers if not isinstance(s, _LRScheduler)]  # expect: SCH402


def k1(net):
    o = optim.Adam(net.parameters(), lr=1e-3)
    s = StepLR(o, 3)
    for e in range(3):
        net(1).backward(); o.step(); s.step()
        print(f"lr {s.get_lr()[0]:.4f}")  # expect: SCH403


class T:
    def __init__(self, net):
        self.net = net
        self.opt, self.sched = self.build()

    def build(self):
        o = optim.Adam(self.net.parameters(), lr=1e-3)
        return o, CosineAnnealingLR(o, 10)

    @property
    def lr(self):
        return self.sched.get_lr()  # expect: SCH403

    def get_lr(self):
        return self.opt.param_groups[0]["lr"]

    def fit(self):
        for e in range(10):
            self.net(1).backward(); self.opt.step(); self.sched.step()
            print(self.get_lr(), self.lr)


T(nn.Linear(1, 1)).fit()


def m1(net, head):
    o = optim.Adam(net.parameters(), lr=1e-3)
    s = OneCycleLR(o, 0.1, total_steps=10)
    for e in range(10):
        if e == 5:
            o.add_param_group({"params": head.parameters()})  # expect: SCH406
        net(1).backward(); o.step(); s.step()


def m2(net, head):
    o = optim.Adam(net.parameters(), lr=1e-3)
    o.add_param_group({"params": head.parameters()})
    s = StepLR(o, 10)
    for e in range(10):
        net(1).backward(); o.step(); s.step()


class U:
    def __init__(self, net):
        self.net = net
        self.opt = optim.Adam(net.parameters(), lr=1e-3)
        self.sched = LambdaLR(self.opt, lambda e: 0.9 ** e)

    def unfreeze(self, layer):
        self.opt.add_param_group({"params": layer.parameters(), "lr": 1e-4})  # expect: SCH406

    def fit(self):
        for e in range(10):
            if e == 3:
                self.unfreeze(self.net.layer4)
            self.net(1).backward(); self.opt.step(); self.sched.step()


def run_u(net):
    U(net).fit()


def p1(net, loader):
    o = optim.Adam(net.parameters(), lr=1e-3)
    s = StepLR(o, 3)
    for e in range(10):
        if e == 5:
            o = optim.SGD(net.parameters(), lr=1e-3)  # expect: SCH105
        for x in loader:
            net(x).backward(); o.step()
        s.step()


class V:
    def __init__(self, net):
        self.net = net
        self.optimizer = optim.Adam(net.parameters(), lr=1e-3)
        self.scheduler = StepLR(self.optimizer, 3)

    def reset(self):
        self.optimizer = optim.SGD(self.net.parameters(), lr=1e-3)
        self.scheduler = StepLR(self.optimizer, 3)

    def fit(self, loader):
        for phase in range(2):
            if phase:
                self.reset()
            for e in range(10):
                for x in loader:
                    self.net(x).backward(); self.optimizer.step()
                self.scheduler.step()


def run_v(net, loader):
    V(net).fit(loader)
