"""try/except around the restore, StepLR is built after it and writes nothing: silent."""
import torch
from torch.optim.lr_scheduler import StepLR


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
    sch = StepLR(opt, step_size=5, gamma=0.5)
    if state is not None:
        sch.load_state_dict(state["sch"])
    for epoch in range(start, 75):
        for x in loader:
            opt.zero_grad()
            net(x).sum().backward()
            opt.step()
        sch.step()
