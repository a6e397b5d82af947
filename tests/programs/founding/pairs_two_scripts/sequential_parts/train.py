"""The parts of a SequentialLR differ between the scripts."""
import torch
from torch.optim.lr_scheduler import CosineAnnealingLR, LinearLR, SequentialLR


def main(net, loader):
    opt = torch.optim.SGD(net.parameters(), lr=0.1)
    sch = SequentialLR(opt, [LinearLR(opt, 0.1, total_iters=5), CosineAnnealingLR(opt, 45)], milestones=[5])
    for _ in range(25):
        for x in loader:
            opt.zero_grad()
            net(x).sum().backward()
            opt.step()
        sch.step()
    torch.save({"opt": opt.state_dict(), "sch": sch.state_dict(), "net": net.state_dict()}, "seq.pt")
