"""Parts of SequentialLR and ChainedScheduler are stepped by the whole."""
import torch
from torch.optim import lr_scheduler


def build(optimizer, epochs, kind):
    warm = lr_scheduler.LinearLR(optimizer, start_factor=0.1, total_iters=5)
    if kind == "chain":
        decay = lr_scheduler.ExponentialLR(optimizer, gamma=0.97)
        return lr_scheduler.ChainedScheduler([warm, decay])
    cosine = lr_scheduler.CosineAnnealingLR(optimizer, T_max=epochs - 5)
    return lr_scheduler.SequentialLR(optimizer, schedulers=[warm, cosine], milestones=[5])


def main(net, loader, kind, epochs=50):
    optimizer = torch.optim.SGD(net.parameters(), lr=0.1)
    scheduler = build(optimizer, epochs, kind)
    for _ in range(epochs):
        for x in loader:
            optimizer.zero_grad()
            net(x).mean().backward()
            optimizer.step()
        scheduler.step()
