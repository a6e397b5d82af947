"""A local class that bears torch's name CosineAnnealingLR and counts iterations: silent."""
import torch
from schedule import CosineAnnealingLR


def train(net, loader, epochs):
    opt = torch.optim.SGD(net.parameters(), lr=0.1)
    scheduler = CosineAnnealingLR(opt, epochs, len(loader))
    for epoch in range(epochs):
        for x in loader:
            opt.zero_grad()
            net(x).sum().backward()
            opt.step()
            scheduler.step()
