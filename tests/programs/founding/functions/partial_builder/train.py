"""functools.partial fixes the scheduler's horizon in batches; it is stepped once per epoch."""
from functools import partial

import torch
from torch.optim.lr_scheduler import CosineAnnealingLR


def main(model, loader, args):
    make_opt = partial(torch.optim.AdamW, lr=args.lr, weight_decay=0.05)
    make_sched = partial(CosineAnnealingLR, T_max=args.epochs * len(loader), eta_min=1e-5)
    optimizer = make_opt(model.parameters())
    sched = make_sched(optimizer)
    for epoch in range(args.epochs):
        for imgs, targets in loader:
            loss = model(imgs, targets)
            optimizer.zero_grad()
            loss.backward()
            optimizer.step()
        sched.step()  # expect: SCH202
