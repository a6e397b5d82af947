import torch
from engine import run


def main(net, train, val, epochs=10):
    opt = torch.optim.AdamW(net.parameters(), 1e-3)
    plateau = torch.optim.lr_scheduler.ReduceLROnPlateau(opt)
    for _ in range(epochs):
        run(net, train, opt)
        plateau.step(run(net, val))


def quick(net, train, epochs=2):
    opt = torch.optim.AdamW(net.parameters(), 1e-3)
    cycle = torch.optim.lr_scheduler.OneCycleLR(opt, 1e-2, epochs=epochs, steps_per_epoch=len(train))
    for _ in range(epochs):
        run(net, train, opt, cycle)
