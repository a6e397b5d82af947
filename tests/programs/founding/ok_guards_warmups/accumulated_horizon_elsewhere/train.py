"""Horizon in updates from another module, stepped with the optimizer under the accumulation guard and a warm-up."""
import torch
from horizon import num_updates
from torch.optim.lr_scheduler import CosineAnnealingLR, LinearLR, SequentialLR


def main(net, loader, epochs=3, accumulation=16, warmup_ratio=0.06):
    opt = torch.optim.AdamW(net.parameters(), lr=3e-5)
    total = num_updates(loader, epochs, accumulation)
    warm = int(total * warmup_ratio)
    ramp = LinearLR(opt, 1e-6, total_iters=warm)
    lrs = SequentialLR(opt, [ramp, CosineAnnealingLR(opt, total - warm)], [warm])
    for _ in range(epochs):
        for i, batch in enumerate(loader):
            (net(batch) / accumulation).backward()
            if (i + 1) % accumulation == 0 or i + 1 == len(loader):
                opt.step()
                lrs.step()
                opt.zero_grad(set_to_none=True)
