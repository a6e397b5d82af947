"""isinstance of other libraries' bases and of an own class called _LRScheduler."""
import torch
from bases import _LRScheduler
from timm.scheduler.scheduler import Scheduler


def step(scheduler, epoch):
    if isinstance(scheduler, Scheduler):
        scheduler.step(epoch)
    elif isinstance(scheduler, _LRScheduler):
        scheduler.advance()


def main(net, loader, make, epochs=10):
    optimizer = torch.optim.SGD(net.parameters(), lr=0.1)
    scheduler = make(optimizer)
    for epoch in range(epochs):
        for x in loader:
            optimizer.zero_grad()
            net(x).mean().backward()
            optimizer.step()
        step(scheduler, epoch + 1)
