"""`if batch_idx == len(loader) - 1: scheduler.step()` inside the batch loop is once per epoch."""
import torch


def train(net, loader, opt, scheduler):
    for batch_idx, (x, y) in enumerate(loader):
        opt.zero_grad()
        torch.nn.functional.cross_entropy(net(x), y).backward()
        opt.step()
        if batch_idx == len(loader) - 1:
            scheduler.step()


def main(net, loader, epochs=45):
    opt = torch.optim.SGD(net.parameters(), lr=0.1)
    scheduler = torch.optim.lr_scheduler.CosineAnnealingLR(opt, T_max=epochs)
    for _ in range(epochs):
        train(net, loader, opt, scheduler)
