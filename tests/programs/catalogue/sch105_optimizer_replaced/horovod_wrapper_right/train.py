"""DistributedOptimizer and an own Lookahead share the parameter groups of the optimizer they wrap."""
import horovod.torch as hvd
import torch
from lookahead import Lookahead


def horovod(net, loader, epochs):
    hvd.init()
    optimizer = torch.optim.SGD(net.parameters(), lr=0.1 * hvd.size())
    scheduler = torch.optim.lr_scheduler.StepLR(optimizer, 30)
    optimizer = hvd.DistributedOptimizer(optimizer, named_parameters=net.named_parameters())
    train(net, loader, optimizer, scheduler, epochs)


def lookahead(net, loader, epochs):
    optimizer = torch.optim.Adam(net.parameters(), lr=1e-3)
    scheduler = torch.optim.lr_scheduler.StepLR(optimizer, 30)
    optimizer = Lookahead(optimizer, k=5)
    train(net, loader, optimizer, scheduler, epochs)


def train(net, loader, optimizer, scheduler, epochs):
    for _ in range(epochs):
        for x in loader:
            optimizer.zero_grad()
            net(x).mean().backward()
            optimizer.step()
        scheduler.step()
