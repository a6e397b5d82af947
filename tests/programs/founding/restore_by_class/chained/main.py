"""ChainedScheduler whose ConstantLR writes the LR, built after the restore."""
import torch
from torch.optim.lr_scheduler import ChainedScheduler, ConstantLR, ExponentialLR


def main(net, loader, f):
    opt = torch.optim.SGD(net.parameters(), lr=1.0)
    saved = torch.load(f)
    net.load_state_dict(saved["net"])
    opt.load_state_dict(saved["opt"])
    chain = ChainedScheduler([ConstantLR(opt, factor=0.1, total_iters=6), ExponentialLR(opt, 0.9)])  # expect: SCH104
    chain.load_state_dict(saved["chain"])
    for _ in range(saved["epoch"], 50):
        for x in loader:
            opt.zero_grad()
            net(x).sum().backward()
            opt.step()
        chain.step()
