"""LinearLR(start_factor=1.0) multiplies by one: built after the restore it overwrites nothing: silent."""
import torch
from torch.optim.lr_scheduler import ConstantLR, LinearLR


def main(net, loader, f, hold=False):
    opt = torch.optim.SGD(net.parameters(), lr=0.5)
    blob = torch.load(f)
    net.load_state_dict(blob["net"])
    opt.load_state_dict(blob["opt"])
    if hold:
        lrs = ConstantLR(opt, factor=1.0, total_iters=3)
    else:
        lrs = LinearLR(opt, start_factor=1.0, end_factor=0.01, total_iters=60)
    lrs.load_state_dict(blob["lrs"])
    for _ in range(blob["epoch"], 60):
        for x in loader:
            opt.zero_grad()
            net(x).sum().backward()
            opt.step()
        lrs.step()
