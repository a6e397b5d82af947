"""Ratios of rates are factors."""
import torch


def main(net, loader, lr=1e-3, final_lr=1e-5, epochs=40):
    optimizer = torch.optim.Adam(net.parameters(), lr=lr)

    def factor(epoch):
        now = lr + (final_lr - lr) * epoch / epochs
        return now / lr

    scheduler = torch.optim.lr_scheduler.LambdaLR(optimizer, factor)
    for _ in range(epochs):
        for x in loader:
            optimizer.zero_grad()
            net(x).mean().backward()
            optimizer.step()
        scheduler.step()
