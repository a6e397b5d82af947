"""The scheduler is rebuilt on a rebuilt optimizer, both restored afterwards: silent."""
import torch
from torch.optim.lr_scheduler import LinearLR


def main(net, loader, path=None):
    opt = torch.optim.SGD(net.parameters(), lr=0.1)
    ramp = LinearLR(opt, start_factor=0.1, total_iters=20)
    epoch0 = 0
    if path is not None:
        snap = torch.load(path)
        opt = torch.optim.SGD(net.parameters(), lr=0.1)
        ramp = LinearLR(opt, start_factor=0.1, total_iters=20)
        opt.load_state_dict(snap["opt"])
        ramp.load_state_dict(snap["ramp"])
        epoch0 = snap["epoch"]
    for _ in range(epoch0, 75):
        for x in loader:
            opt.zero_grad()
            net(x).sum().backward()
            opt.step()
        ramp.step()
