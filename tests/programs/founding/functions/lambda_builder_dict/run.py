"""Lambdas in a dict build the optimizer and the scheduler; per-batch step of an epoch schedule."""
import argparse

import torch
from torch import optim
from torch.optim import lr_scheduler

OPTS = {
    "sgd": lambda ps, a: optim.SGD(ps, lr=a.lr, momentum=0.9),
    "adam": lambda ps, a: optim.Adam(ps, lr=a.lr),
}
SCHEDS = {
    "cos": lambda o, a: lr_scheduler.CosineAnnealingLR(o, a.epochs),
    "poly": lambda o, a: lr_scheduler.PolynomialLR(o, a.epochs, 0.9),
}


def parse():
    ap = argparse.ArgumentParser()
    ap.add_argument("--opt", choices=OPTS, default="sgd")
    ap.add_argument("--sched", choices=SCHEDS, default="cos")
    ap.add_argument("--lr", type=float, default=0.1)
    ap.add_argument("--epochs", type=int, default=100)
    return ap.parse_args()


def main(model, loader):
    a = parse()
    o = OPTS[a.opt](model.parameters(), a)
    s = SCHEDS[a.sched](o, a)
    for ep in range(a.epochs):
        for x, y in loader:
            o.zero_grad()
            torch.nn.functional.cross_entropy(model(x), y).backward()
            o.step()
            s.step()  # expect: SCH201
