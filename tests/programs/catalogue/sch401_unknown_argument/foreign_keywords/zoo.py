"""Misspelt and foreign keywords in the branches of a factory."""
import torch
from torch.optim.lr_scheduler import CosineAnnealingLR, MultiStepLR, PolynomialLR


def create(name, optimizer, epochs):
    if name == "multi":
        return MultiStepLR(optimizer, milestone=[30, 60], gamma=0.1)  # expect: SCH401
    if name == "cosine":
        return CosineAnnealingLR(optimizer, T_max=epochs, min_lr=1e-6)  # expect: SCH401
    return PolynomialLR(optimizer, total_iter=epochs)  # expect: SCH401


def main(name, net, loader, epochs=90):
    optimizer = torch.optim.SGD(net.parameters(), lr=0.1)
    scheduler = create(name, optimizer, epochs)
    print(scheduler.get_last_lr())
    for _ in range(epochs):
        for x in loader:
            optimizer.zero_grad()
            net(x).mean().backward()
            optimizer.step()
        scheduler.step()
