"""Classes of the project and of timm have signatures of their own; unknown **kwargs stay unknown."""
import torch
from mine import StepLR
from timm.scheduler import CosineLRScheduler


def main(net, loader, kind, extra, epochs=40):
    optimizer = torch.optim.SGD(net.parameters(), lr=0.1)
    if kind == "mine":
        scheduler = StepLR(optimizer, every=10, verbose=True)
    elif kind == "timm":
        scheduler = CosineLRScheduler(optimizer, t_initial=epochs, lr_min=1e-5, warmup_t=3, verbose=True)
    else:
        scheduler = torch.optim.lr_scheduler.CosineAnnealingLR(optimizer, **extra)
    for epoch in range(epochs):
        for x in loader:
            optimizer.zero_grad()
            net(x).mean().backward()
            optimizer.step()
        if kind == "timm":
            scheduler.step(epoch + 1)
        else:
            scheduler.step()
