"""A scheduler class of the project whose step wants the epoch."""
import torch
from cosine import CosineAnnealingLR


def main(net, loader, epochs=40):
    optimizer = torch.optim.SGD(net.parameters(), lr=0.1)
    scheduler = CosineAnnealingLR(optimizer, base=0.1, epochs=epochs)
    for epoch in range(epochs):
        scheduler.step(epoch)
        for x in loader:
            optimizer.zero_grad()
            net(x).mean().backward()
            optimizer.step()
