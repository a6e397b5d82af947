"""CosineAnnealingWarmRestarts in epochs, stepped per batch with epoch + i / iters as documented: silent."""
import torch


def main(net, loader, epochs=40):
    opt = torch.optim.SGD(net.parameters(), lr=0.1)
    sgdr = torch.optim.lr_scheduler.CosineAnnealingWarmRestarts(opt, T_0=epochs // 4, T_mult=1)
    iters = len(loader)
    for epoch in range(epochs):
        for i, x in enumerate(loader):
            opt.zero_grad()
            net(x).sum().backward()
            opt.step()
            sgdr.step(epoch + i / iters)
