"""CosineAnnealingWarmRestarts(T_0=epochs) stepped per batch without a fraction."""
import torch


def main(net, loader, epochs=40):
    opt = torch.optim.SGD(net.parameters(), lr=0.1)
    sgdr = torch.optim.lr_scheduler.CosineAnnealingWarmRestarts(opt, T_0=epochs)
    for epoch in range(epochs):
        for i, x in enumerate(loader):
            opt.zero_grad()
            net(x).sum().backward()
            opt.step()
            sgdr.step()  # expect: SCH201
