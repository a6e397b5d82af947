"""Manager objects of different folders; each script is its own experiment: silent."""
import torch
from manager import CheckpointManager


def main(net, loader):
    opt = torch.optim.SGD(net.parameters(), lr=0.3)
    lrs = torch.optim.lr_scheduler.MultiStepLR(opt, [5, 8])
    for _ in range(10):
        for x in loader:
            opt.zero_grad()
            net(x).sum().backward()
            opt.step()
        lrs.step()
    CheckpointManager("/data/exp7").save(net=net, opt=opt, lrs=lrs)
