"""LinearLR(start_factor=0.5) built after the restore overwrites the LR for the rest of the run."""
import torch
from torch.optim.lr_scheduler import LinearLR


def main(net, loader, f):
    opt = torch.optim.SGD(net.parameters(), lr=0.5)
    blob = torch.load(f)
    net.load_state_dict(blob["net"])
    opt.load_state_dict(blob["opt"])
    lrs = LinearLR(opt, start_factor=0.5, end_factor=0.01, total_iters=60)  # expect: SCH104
    lrs.load_state_dict(blob["lrs"])
    for _ in range(blob["epoch"], 60):
        for x in loader:
            opt.zero_grad()
            net(x).sum().backward()
            opt.step()
        lrs.step()
