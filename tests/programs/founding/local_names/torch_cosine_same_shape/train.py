"""Same program shape, but the name CosineAnnealingLR really is torch's: reported."""
import torch
from schedule import CosineAnnealingLR


def train(net, loader, epochs):
    opt = torch.optim.SGD(net.parameters(), lr=0.1)
    scheduler = CosineAnnealingLR(opt, epochs)
    for epoch in range(epochs):
        for x in loader:
            opt.zero_grad()
            net(x).sum().backward()
            opt.step()
            scheduler.step()  # expect: SCH201
