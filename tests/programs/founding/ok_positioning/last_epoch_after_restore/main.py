"""Optimizer restored, OneCycle and WarmRestarts built with last_epoch = completed steps - 1."""
import torch
from torch.optim import lr_scheduler


def build(opt, kind, total, done):
    last = done - 1
    if kind == "cycle":
        return lr_scheduler.OneCycleLR(opt, max_lr=0.1, total_steps=total, last_epoch=last)
    return lr_scheduler.CosineAnnealingWarmRestarts(opt, 50, last_epoch=last)


def main(net, stream, path, kind="cycle", total=40000):
    opt = torch.optim.SGD(net.parameters(), lr=0.01)
    blob = torch.load(path)
    net.load_state_dict(blob["net"])
    opt.load_state_dict(blob["opt"])
    sched = build(opt, kind, total, blob["step"])
    for step in range(blob["step"], total):
        opt.zero_grad()
        net(next(stream)).sum().backward()
        opt.step()
        sched.step()
