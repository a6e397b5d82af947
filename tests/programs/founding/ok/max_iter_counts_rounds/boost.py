"""`max_iter` is the bound of the outer loop, which holds a batch loop: T_max=max_iter per turn is right: silent."""
import torch


def main(net, loader, max_iter=40):
    opt = torch.optim.SGD(net.parameters(), lr=0.1)
    lrs = torch.optim.lr_scheduler.CosineAnnealingLR(opt, T_max=max_iter)
    for it in range(max_iter):
        for x in loader:
            opt.zero_grad()
            net(x).sum().backward()
            opt.step()
        lrs.step()
