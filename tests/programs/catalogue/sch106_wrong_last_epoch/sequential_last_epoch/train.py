"""SequentialLR takes last_epoch and restarts the part it lands in; the optimizer is fresh as well."""
import torch
from torch.optim.lr_scheduler import CosineAnnealingLR, LinearLR, SequentialLR


def main(net, loader, path, epochs=100, warm=5):
    blob = torch.load(path)
    net.load_state_dict(blob["net"])
    first = blob["epoch"] + 1
    opt = torch.optim.AdamW(net.parameters(), lr=1e-3)
    parts = [LinearLR(opt, 0.1, total_iters=warm), CosineAnnealingLR(opt, epochs - warm)]
    sched = SequentialLR(opt, parts, milestones=[warm], last_epoch=first - 1)  # expect: SCH106
    for _ in range(first, epochs):
        for x in loader:
            opt.zero_grad()
            net(x).mean().backward()
            opt.step()
        sched.step()
