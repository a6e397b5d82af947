import torch
from manager import CheckpointManager


def main(net, loader):
    opt = torch.optim.SGD(net.parameters(), lr=0.03)
    lrs = torch.optim.lr_scheduler.PolynomialLR(opt, total_iters=20)
    keeper = CheckpointManager("/data/exp8")
    keeper.restore(net=net, opt=opt, lrs=lrs)
    for _ in range(10, 20):
        for x in loader:
            opt.zero_grad()
            net(x).sum().backward()
            opt.step()
        lrs.step()
        keeper.save(net=net, opt=opt, lrs=lrs)
