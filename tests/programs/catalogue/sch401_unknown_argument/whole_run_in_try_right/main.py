"""These try what an older torch takes, and go another way where it is refused."""
import torch
from torch.optim.lr_scheduler import ReduceLROnPlateau, StepLR


def loud(optimizer):
    try:
        return ReduceLROnPlateau(optimizer, patience=3, verbose=True)
    except Exception:
        return ReduceLROnPlateau(optimizer, patience=3)


def make(kind, optimizer, options):
    scheduler = None
    try:
        scheduler = StepLR(optimizer, 10, verbose=True)
    except TypeError:
        print("this torch is quiet")
    if scheduler is None:
        scheduler = kind(optimizer, **options)
    return scheduler


def train(net, loader, validate, kind, options, epochs=20):
    optimizer = torch.optim.Adam(net.parameters(), lr=1e-3)
    plateau, steps = loud(optimizer), make(kind, optimizer, options)
    for _ in range(epochs):
        for x in loader:
            optimizer.zero_grad()
            net(x).mean().backward()
            optimizer.step()
        plateau.step(validate(net))
        steps.step()
