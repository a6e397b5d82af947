"""The warm-up is built before the optimizer is restored: silent."""
import os

import torch
from torch.optim import SGD as Opt
from torch.optim.lr_scheduler import LinearLR as Warmup

from nets import Small


def run(loader, ckpt="last.pth", n_epochs=30):
    net = Small()
    o = Opt(net.parameters(), 0.05, momentum=0.9)
    w = Warmup(o, start_factor=0.1, total_iters=5)
    first = 0
    blob = None
    if os.path.isfile(ckpt):
        blob = torch.load(ckpt)
        net.load_state_dict(blob["net"])
        o.load_state_dict(blob["o"])
        first = blob["epoch"] + 1
    if blob is not None:
        w.load_state_dict(blob["w"])
    for ep in range(first, n_epochs):
        for batch in loader:
            o.zero_grad()
            net(batch).backward()
            o.step()
        w.step()
        torch.save({"net": net.state_dict(), "o": o.state_dict(), "w": w.state_dict(), "epoch": ep}, ckpt)
