"""A helper in another module refuses every built-in scheduler."""
import torch
from checks import check_scheduler


def main(net, loader, epochs=30):
    optimizer = torch.optim.Adam(net.parameters(), lr=1e-3)
    scheduler = check_scheduler(torch.optim.lr_scheduler.StepLR(optimizer, 10))
    for _ in range(epochs):
        for x in loader:
            optimizer.zero_grad()
            net(x).mean().backward()
            optimizer.step()
        scheduler.step()
