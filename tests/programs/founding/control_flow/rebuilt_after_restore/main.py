"""The scheduler is built twice: once before the restore and, by mistake, again after it."""
import torch
from torch.optim.lr_scheduler import LinearLR


def main(net, loader, path=None):
    opt = torch.optim.SGD(net.parameters(), lr=0.1)
    ramp = LinearLR(opt, start_factor=0.1, total_iters=20)
    epoch0 = 0
    if path is not None:
        snap = torch.load(path)
        opt.load_state_dict(snap["opt"])
        ramp = LinearLR(opt, start_factor=0.1, total_iters=20)  # expect: SCH104
        ramp.load_state_dict(snap["ramp"])
        epoch0 = snap["epoch"]
    for _ in range(epoch0, 75):
        for x in loader:
            opt.zero_grad()
            net(x).sum().backward()
            opt.step()
        ramp.step()
