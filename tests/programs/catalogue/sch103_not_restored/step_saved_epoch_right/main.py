"""Warm restarts are positioned by the documented step(epoch)."""
import torch
from torch.optim.lr_scheduler import CosineAnnealingWarmRestarts


def main(net, loader, path, epochs=70):
    opt = torch.optim.AdamW(net.parameters(), 1e-3)
    restarts = CosineAnnealingWarmRestarts(opt, T_0=10, T_mult=2)
    blob = torch.load(path)
    net.load_state_dict(blob["net"])
    opt.load_state_dict(blob["opt"])
    restarts.step(blob["epoch"] + 1)
    for _ in range(blob["epoch"] + 1, epochs):
        for x in loader:
            opt.zero_grad()
            net(x).logsumexp(1).mean().backward()
            opt.step()
        restarts.step()
