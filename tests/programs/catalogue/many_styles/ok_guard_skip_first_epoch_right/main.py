"""Top of the loop, but not in the first turn."""
import torch


def main(net, loader, epochs=50):
    optimizer = torch.optim.SGD(net.parameters(), 0.1)
    scheduler = torch.optim.lr_scheduler.ExponentialLR(optimizer, 0.9)
    first = True
    for epoch in range(epochs):
        if not first:
            scheduler.step()
        first = False
        for x in loader:
            optimizer.zero_grad()
            net(x).mean().backward()
            optimizer.step()
