"""initial_lr by hand under LambdaLR and warm restarts: their closed forms compute the right value."""
import math

import torch
from torch.optim.lr_scheduler import CosineAnnealingWarmRestarts, LambdaLR


def make(net, lr, start_epoch, kind):
    optimizer = torch.optim.SGD([{"params": net.parameters(), "initial_lr": lr}], lr=lr)
    if kind == "lambda":
        return optimizer, LambdaLR(optimizer, lambda e: 0.5 + 0.5 * math.cos(e * math.pi / 80), last_epoch=start_epoch - 1)
    return optimizer, CosineAnnealingWarmRestarts(optimizer, T_0=10, last_epoch=start_epoch - 1)


def main(args, net, loader):
    net.load_state_dict(torch.load(args.weights))
    optimizer, scheduler = make(net, args.lr, args.start_epoch, args.kind)
    for _ in range(args.start_epoch, 80):
        for x, y in loader:
            optimizer.zero_grad()
            torch.nn.functional.cross_entropy(net(x), y).backward()
            optimizer.step()
        scheduler.step()
