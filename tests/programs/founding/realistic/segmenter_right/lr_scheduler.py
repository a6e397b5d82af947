import torch
from torch.optim.lr_scheduler import LinearLR, PolynomialLR, SequentialLR


def build_lr_scheduler(optimizer, max_iters, warmup_iters):
    if warmup_iters <= 0:
        return PolynomialLR(optimizer, total_iters=max_iters, power=0.9)
    warm = LinearLR(optimizer, start_factor=1e-3, total_iters=warmup_iters)
    poly = PolynomialLR(optimizer, total_iters=max_iters - warmup_iters, power=0.9)
    return SequentialLR(optimizer, schedulers=[warm, poly], milestones=[warmup_iters])
