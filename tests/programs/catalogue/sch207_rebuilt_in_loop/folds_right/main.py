"""Folds, seeds and stages rebuild net, optimizer and scheduler together."""
import itertools

import torch


def run(net, loader, epochs):
    optimizer = torch.optim.Adam(net.parameters(), lr=1e-3)
    scheduler = torch.optim.lr_scheduler.CosineAnnealingLR(optimizer, epochs)
    for _ in range(epochs):
        for x, y in loader:
            optimizer.zero_grad()
            torch.nn.functional.mse_loss(net(x), y).backward()
            optimizer.step()
        scheduler.step()
    return net


def main(make_net, fold_loaders, seeds):
    results = []
    for seed, loader in itertools.product(seeds, fold_loaders):
        torch.manual_seed(seed)
        results.append(run(make_net(), loader, 25))
    return results


def sweep(make_net, loader):
    for lr in (0.1, 0.03, 0.01):
        net = make_net()
        optimizer = torch.optim.SGD(net.parameters(), lr=lr)
        scheduler = torch.optim.lr_scheduler.StepLR(optimizer, 10)
        for _ in range(30):
            for x, y in loader:
                optimizer.zero_grad()
                torch.nn.functional.mse_loss(net(x), y).backward()
                optimizer.step()
            scheduler.step()
