"""Loaders of known and unknown lengths, loops left early, accumulation: horizons that fit and some that do not."""
import argparse, math, itertools
import torch
from torch import nn, optim
from torch.optim.lr_scheduler import CosineAnnealingLR, LambdaLR, OneCycleLR, StepLR, LinearLR, SequentialLR
from torch.utils.data import DataLoader, TensorDataset, random_split, Subset
from torch.utils.data.distributed import DistributedSampler

N = 640


def data(n=N):
    x = torch.randn(n, 4)
    return TensorDataset(x, x.sum(1))


def loaders(batch):
    return DataLoader(data(), batch_size=batch, shuffle=True), DataLoader(data(64), batch_size=batch)


def a1(net):
    train, val = loaders(32)
    o = optim.Adam(net.parameters())
    s = OneCycleLR(o, 0.1, total_steps=10 * len(val))  # expect: SCH208
    for e in range(10):
        for x, y in train:
            net(x).backward(); o.step(); s.step()


def a2(net):
    train, val = loaders(32)
    o = optim.Adam(net.parameters())
    s = OneCycleLR(o, 0.1, total_steps=10 * len(train))
    for e in range(10):
        for x, y in train:
            net(x).backward(); o.step(); s.step()


def a3(net, rank):
    ds = data()
    train = DataLoader(ds, batch_size=32, sampler=DistributedSampler(ds))
    o = optim.Adam(net.parameters())
    s = OneCycleLR(o, 0.1, total_steps=100)
    for e in range(10):
        for x, y in train:
            net(x).backward(); o.step(); s.step()


def a4(net):
    train = DataLoader(data(1000), batch_size=64)
    o = optim.Adam(net.parameters())
    s = OneCycleLR(o, 0.1, epochs=5, steps_per_epoch=1000 // 64)  # expect: SCH208
    for e in range(5):
        for i, (x, y) in enumerate(train):
            net(x).backward(); o.step(); s.step()


def a5(net):
    train = DataLoader(data(1000), batch_size=64, drop_last=True)
    o = optim.Adam(net.parameters())
    s = OneCycleLR(o, 0.1, epochs=5, steps_per_epoch=1000 // 64)
    for e in range(5):
        for i, (x, y) in enumerate(train):
            net(x).backward(); o.step(); s.step()


def a6(net):
    train = DataLoader(data(1000), batch_size=64)
    o = optim.Adam(net.parameters())
    s = OneCycleLR(o, 0.1, total_steps=20)
    it = iter(train)
    for i in range(20):
        x, y = next(it)
        net(x).backward(); o.step(); s.step()


def a7(net):
    train = DataLoader(data(1000), batch_size=10)
    o = optim.Adam(net.parameters())
    s = OneCycleLR(o, 0.1, total_steps=50)
    for x, y in itertools.islice(train, 50):
        net(x).backward(); o.step(); s.step()


def a8(net):
    train = DataLoader(data(1000), batch_size=10)
    o = optim.Adam(net.parameters())
    accum = 4
    s = OneCycleLR(o, 0.1, total_steps=25 * 3)
    for e in range(3):
        for i, (x, y) in enumerate(train):
            net(x).backward()
            if (i + 1) % accum == 0:
                o.step(); s.step()


def a9(net, args):
    train = DataLoader(data(1000), batch_size=args.batch)
    o = optim.Adam(net.parameters())
    s = OneCycleLR(o, 0.1, total_steps=args.epochs * 10)
    for e in range(args.epochs):
        for x, y in train:
            net(x).backward(); o.step(); s.step()


def a10(net):
    xs = torch.randn(200, 3)
    o = optim.Adam(net.parameters())
    s = CosineAnnealingLR(o, T_max=50)  # expect: SCH208
    for e in range(80):  # full batch
        net(xs).backward(); o.step(); s.step()


def a11(net):
    train, rest = random_split(data(1000), [800, 200])
    loader = DataLoader(train, batch_size=100)
    o = optim.Adam(net.parameters())
    s = OneCycleLR(o, 0.1, epochs=3, steps_per_epoch=8)
    for e in range(3):
        for x, y in loader:
            net(x).backward(); o.step(); s.step()


def a12(net):
    parser = argparse.ArgumentParser()
    parser.add_argument("--epochs", type=int, default=100)
    args = parser.parse_args()
    loader = DataLoader(data(), 10)
    o = optim.Adam(net.parameters())
    s = CosineAnnealingLR(o, T_max=80)  # expect: SCH208
    for e in range(args.epochs):
        for x, y in loader:
            net(x).backward(); o.step()
        s.step()


def a13(net):
    parser = argparse.ArgumentParser()
    parser.add_argument("--epochs", type=int, default=100)
    parser.add_argument("--t-max", type=int, default=80)
    args = parser.parse_args()
    loader = DataLoader(data(), 10)
    o = optim.Adam(net.parameters())
    s = CosineAnnealingLR(o, T_max=args.t_max)
    for e in range(args.epochs):
        for x, y in loader:
            net(x).backward(); o.step()
        s.step()


def a14(net):
    loader = DataLoader(data(), 10)
    o = optim.Adam(net.parameters())
    s = OneCycleLR(o, 0.1, total_steps=100)
    step = 0
    for e in range(50):
        for x, y in loader:
            if step >= 100:
                break
            net(x).backward(); o.step(); s.step()
            step += 1


def b1(net, loader, args):
    o = optim.Adam(net.parameters())
    s = OneCycleLR(o, 0.1, epochs=args.epochs, steps_per_epoch=len(loader))  # stepped per update
    for e in range(args.epochs):
        for i, x in enumerate(loader):
            (net(x) / args.accum).backward()
            if (i + 1) % args.accum == 0:
                o.step(); s.step(); o.zero_grad()  # expect: SCH209


def b2(net, loader, args):
    o = optim.Adam(net.parameters())
    s = OneCycleLR(o, 0.1, epochs=args.epochs, steps_per_epoch=math.ceil(len(loader) / args.accum))
    for e in range(args.epochs):
        for i, x in enumerate(loader):
            (net(x) / args.accum).backward()
            if (i + 1) % args.accum == 0 or i + 1 == len(loader):
                o.step(); s.step(); o.zero_grad()


class B3:
    def __init__(self, net, loader, accum, epochs):
        self.net, self.loader, self.accum, self.epochs = net, loader, accum, epochs
        self.o, self.s = self.make()

    def make(self):
        o = optim.AdamW(self.net.parameters())
        total = self.epochs * len(self.loader)
        return o, LambdaLR(o, lambda step: max(0.0, 1 - step / total))

    def run(self):
        for e in range(self.epochs):
            for i, x in enumerate(self.loader):
                (self.net(x) / self.accum).backward()
                if i % self.accum == self.accum - 1:
                    self.update()

    def update(self):
        self.o.step()
        self.s.step()  # expect: SCH209
        self.o.zero_grad()


def b3(net, loader):
    B3(net, loader, 4, 3).run()


def b4(net, loader, args):
    o = optim.Adam(net.parameters())
    updates = len(loader) // args.accum * args.epochs
    s = CosineAnnealingLR(o, updates)
    for e in range(args.epochs):
        for i, x in enumerate(loader):
            (net(x) / args.accum).backward()
            if (i + 1) % args.accum == 0:
                o.step()
                o.zero_grad()
            s.step()  # expect: SCH203, SCH209
