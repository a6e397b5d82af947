"""get_lr() is called where it belongs: inside scheduler classes."""
import torch
from warm import WarmStepLR


def main(net, loader, epochs=40):
    optimizer = torch.optim.SGD(net.parameters(), lr=0.1)
    scheduler = WarmStepLR(optimizer, step_size=15, warm=5)
    for _ in range(epochs):
        for x in loader:
            optimizer.zero_grad()
            net(x).mean().backward()
            optimizer.step()
        scheduler.step()
