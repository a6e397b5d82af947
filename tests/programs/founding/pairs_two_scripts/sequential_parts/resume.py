import torch
from torch.optim.lr_scheduler import CosineAnnealingLR, LinearLR, SequentialLR


def main(net, loader):
    opt = torch.optim.SGD(net.parameters(), lr=0.1)
    sch = SequentialLR(opt, [LinearLR(opt, 0.1, total_iters=5), CosineAnnealingLR(opt, 95)], milestones=[5])  # expect: SCH301
    d = torch.load("seq.pt")
    net.load_state_dict(d["net"])
    opt.load_state_dict(d["opt"])
    sch.load_state_dict(d["sch"])
    for _ in range(25, 100):
        for x in loader:
            opt.zero_grad()
            net(x).sum().backward()
            opt.step()
        sch.step()
