"""Accumulation with GradScaler and DDP no_sync; PolynomialLR over max_epoch moves per update."""
import contextlib

import torch


def train(ddp, loader, max_epoch=12, every=8):
    opt = torch.optim.SGD(ddp.parameters(), lr=0.2)
    poly = torch.optim.lr_scheduler.PolynomialLR(opt, max_epoch, power=0.9)
    scaler = torch.cuda.amp.GradScaler(enabled=True)
    for epoch in range(max_epoch):
        for n, batch in enumerate(loader, 1):
            sync_now = n % every == 0 or n == len(loader)
            with contextlib.nullcontext() if sync_now else ddp.no_sync():
                scaler.scale(ddp(batch) / every).backward()
            if not sync_now:
                continue
            scaler.unscale_(opt)
            torch.nn.utils.clip_grad_norm_(ddp.parameters(), 5.0)
            scaler.step(opt)
            scaler.update()
            opt.zero_grad(set_to_none=True)
            poly.step()  # expect: SCH201
