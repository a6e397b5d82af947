"""Only the model's weights (and an EMA's) are loaded before the warm-up is built: silent."""
import copy

import torch
from torch.optim.lr_scheduler import LinearLR


def main(net, loader, f):
    optimizer = torch.optim.SGD(net.parameters(), lr=0.5)
    blob = torch.load(f)
    net.load_state_dict(blob["state_dict"])
    ema = copy.deepcopy(net)
    ema.load_state_dict(blob["ema"])
    lrs = LinearLR(optimizer, start_factor=0.01, total_iters=8)
    for _ in range(60):
        for x in loader:
            optimizer.zero_grad()
            net(x).sum().backward()
            optimizer.step()
        lrs.step()
