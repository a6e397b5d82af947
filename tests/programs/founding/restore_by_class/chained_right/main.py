"""ChainedScheduler built before the restore: silent."""
import torch
from torch.optim.lr_scheduler import ChainedScheduler, ConstantLR, ExponentialLR


def main(net, loader, f):
    opt = torch.optim.SGD(net.parameters(), lr=1.0)
    chain = ChainedScheduler([ConstantLR(opt, factor=0.1, total_iters=6), ExponentialLR(opt, 0.9)])
    saved = torch.load(f)
    net.load_state_dict(saved["net"])
    opt.load_state_dict(saved["opt"])
    chain.load_state_dict(saved["chain"])
    for _ in range(saved["epoch"], 50):
        for x in loader:
            opt.zero_grad()
            net(x).sum().backward()
            opt.step()
        chain.step()
