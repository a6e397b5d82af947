"""Schedulers are appended to a list and stepped in a loop; unknown callees may step what they get."""
import torch
from somewhere_else import run_training


def main(nets, loader, epochs=10):
    optimizers, schedulers = [], []
    for net in nets:
        optimizers.append(torch.optim.Adam(net.parameters(), 1e-3))
        schedulers.append(torch.optim.lr_scheduler.StepLR(optimizers[-1], 4))
    for _ in range(epochs):
        for x in loader:
            for net, optimizer in zip(nets, optimizers):
                optimizer.zero_grad()
                net(x).mean().backward()
                optimizer.step()
        for scheduler in schedulers:
            scheduler.step()


def outside(net, loader):
    optimizer = torch.optim.SGD(net.parameters(), lr=0.1)
    scheduler = torch.optim.lr_scheduler.StepLR(optimizer, 4)
    run_training(net, loader, optimizer=optimizer, scheduler=scheduler)
