"""Horizon and step are both in updates."""
import torch

ACCUM = 4


def main(net, loader, epochs=10):
    opt = torch.optim.SGD(net.parameters(), lr=0.1)
    updates = epochs * len(loader) // ACCUM
    poly = torch.optim.lr_scheduler.PolynomialLR(opt, total_iters=updates)
    for _ in range(epochs):
        for i, (x, y) in enumerate(loader):
            (torch.nn.functional.cross_entropy(net(x), y) / ACCUM).backward()
            if (i + 1) % ACCUM == 0:
                opt.step()
                opt.zero_grad()
                poly.step()
