"""`while (step := step + 1) <= total` with T_max=total: silent."""
import torch


def main(net, loader, num_epochs=8):
    opt = torch.optim.SGD(net.parameters(), lr=0.1)
    total, step, feed = num_epochs * len(loader), 0, iter(loader)
    lrs = torch.optim.lr_scheduler.CosineAnnealingLR(opt, T_max=total)
    while (step := step + 1) <= total:
        if (x := next(feed, None)) is None:
            feed = iter(loader)
            x = next(feed)
        opt.zero_grad()
        net(x).sum().backward()
        opt.step()
        lrs.step()
