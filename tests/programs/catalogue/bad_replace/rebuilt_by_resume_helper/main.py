import torch
from helpers import load, make_optimizer


def main(net, loader, resume):
    optimizer = make_optimizer(net, 0.1)
    scheduler = torch.optim.lr_scheduler.StepLR(optimizer, 30)
    start = 0
    if resume:
        optimizer, start = load(net, resume, 0.1)
    for _ in range(start, 90):
        for x in loader:
            optimizer.zero_grad()
            net(x).mean().backward()
            optimizer.step()
        scheduler.step()
