"""An own scheduler takes verbose and keeps it to itself."""
import torch
from poly import PolyLRScheduler


def main(net, loader, epochs=100):
    optimizer = torch.optim.SGD(net.parameters(), 1e-2, momentum=0.99, nesterov=True)
    scheduler = PolyLRScheduler(optimizer, 1e-2, epochs, verbose=True)
    for _ in range(epochs):
        for x, y in loader:
            optimizer.zero_grad()
            torch.nn.functional.cross_entropy(net(x), y).backward()
            optimizer.step()
        scheduler.step()
