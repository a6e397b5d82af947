"""try/except around the restore; the warm restarts are built after it."""
import torch
from torch.optim.lr_scheduler import CosineAnnealingWarmRestarts


def main(net, loader, path):
    opt = torch.optim.Adam(net.parameters(), lr=1e-3)
    start, state = 0, None
    try:
        state = torch.load(path)
    except FileNotFoundError:
        print("starting from scratch")
    else:
        net.load_state_dict(state["net"])
        opt.load_state_dict(state["opt"])
        start = state["epoch"] + 1
    sch = CosineAnnealingWarmRestarts(opt, T_0=5, T_mult=2)  # expect: SCH104
    if state is not None:
        sch.load_state_dict(state["sch"])
    for epoch in range(start, 75):
        for x in loader:
            opt.zero_grad()
            net(x).sum().backward()
            opt.step()
        sch.step()
