"""Accumulation with a schedule in epochs, stepped per epoch."""
import torch


def main(net, loader, epochs=30, accum=4):
    opt = torch.optim.AdamW(net.parameters(), lr=1e-3)
    sched = torch.optim.lr_scheduler.CosineAnnealingLR(opt, T_max=epochs)
    for _ in range(epochs):
        for i, x in enumerate(loader):
            (net(x).mean() / accum).backward()
            if (i + 1) % accum == 0:
                opt.step()
                opt.zero_grad()
        sched.step()
