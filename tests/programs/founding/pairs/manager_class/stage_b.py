import torch
from manager import CheckpointManager


def main(net, loader):
    opt = torch.optim.SGD(net.parameters(), lr=0.03)  # expect: SCH304
    lrs = torch.optim.lr_scheduler.PolynomialLR(opt, total_iters=20)  # expect: SCH302
    CheckpointManager("/data/exp7").restore(net=net, opt=opt, lrs=lrs)
    for _ in range(10, 20):
        for x in loader:
            opt.zero_grad()
            net(x).sum().backward()
            opt.step()
        lrs.step()
