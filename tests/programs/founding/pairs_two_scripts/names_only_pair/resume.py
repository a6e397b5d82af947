import sys

import torch


def main(net, loader):
    opt = torch.optim.SGD(net.parameters(), lr=0.1)
    sch = torch.optim.lr_scheduler.CosineAnnealingLR(opt, T_max=50, eta_min=1e-6)  # expect: SCH301
    state = torch.load(sys.argv[1])
    net.load_state_dict(state["net"])
    opt.load_state_dict(state["opt"])
    sch.load_state_dict(state["sch"])
    for epoch in range(state["epoch"] + 1, 50):
        for x in loader:
            opt.zero_grad()
            net(x).sum().backward()
            opt.step()
        sch.step()
