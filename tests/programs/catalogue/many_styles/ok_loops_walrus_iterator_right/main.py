"""Iteration loop with walrus; the horizon is in iterations."""
import torch
from loop import run
from torch.optim.lr_scheduler import CosineAnnealingLR


def main(net, loader, max_iters: int = 5000):
    opt = torch.optim.AdamW(net.parameters(), lr=3e-4)
    sched = CosineAnnealingLR(opt, T_max=max_iters)
    run(net, opt, sched, iter(loader), max_iters)
