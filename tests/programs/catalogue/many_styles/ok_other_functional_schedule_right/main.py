import math

import torch


def cosine_lr(step, total, base, warmup):
    if step < warmup:
        return base * (step + 1) / warmup
    return 0.5 * base * (1 + math.cos(math.pi * (step - warmup) / (total - warmup)))


def main(net, loader, base_lr=1e-3, epochs=5):
    opt = torch.optim.AdamW(net.parameters(), lr=base_lr)
    total = epochs * len(loader)
    for epoch in range(epochs):
        for i, x in enumerate(loader):
            lr = cosine_lr(epoch * len(loader) + i, total, base_lr, 100)
            for g in opt.param_groups:
                g["lr"] = lr
            opt.zero_grad()
            net(x).mean().backward()
            opt.step()
