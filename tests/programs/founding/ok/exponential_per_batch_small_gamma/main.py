"""ExponentialLR with gamma computed for the number of batches of the run, per batch: silent."""
import torch


def main(net, loader, epochs=50, lr=0.1, final=1e-4):
    opt = torch.optim.SGD(net.parameters(), lr=lr)
    n = epochs * len(loader)
    lrs = torch.optim.lr_scheduler.ExponentialLR(opt, gamma=(final / lr) ** (1.0 / n))
    for _ in range(epochs):
        for x in loader:
            opt.zero_grad()
            net(x).sum().backward()
            opt.step()
            lrs.step()
