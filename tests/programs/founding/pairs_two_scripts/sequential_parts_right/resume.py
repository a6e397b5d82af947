import torch
from torch.optim.lr_scheduler import CosineAnnealingLR, LinearLR, SequentialLR


def main(net, loader):
    opt = torch.optim.SGD(net.parameters(), lr=0.1)
    warm = LinearLR(opt, start_factor=0.1, end_factor=1.0, total_iters=5)
    rest = CosineAnnealingLR(opt, T_max=50 - 5, eta_min=0.0)
    sch = SequentialLR(opt, schedulers=[warm, rest], milestones=[5])
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
