"""A loader loop with `continue` and `break`; OneCycle counts batches but moves per epoch."""
import math

import torch
from torch.optim.lr_scheduler import OneCycleLR


def train(net, loader, n_epoch=6, debug=False):
    opt = torch.optim.AdamW(net.parameters())
    cyc = OneCycleLR(opt, 3e-3, total_steps=n_epoch * len(loader))
    for ep in range(n_epoch):
        for i, (x, y) in enumerate(loader, start=1):
            if x.numel() == 0:
                continue
            loss = torch.nn.functional.cross_entropy(net(x), y)
            if not math.isfinite(loss.item()):
                break
            opt.zero_grad()
            loss.backward()
            opt.step()
            if debug and i > 3:
                break
        cyc.step()  # expect: SCH202
