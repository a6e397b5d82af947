"""SequentialLR.step() takes no epoch: TypeError at the end of the first epoch."""
import torch
from torch.optim import lr_scheduler


def main(net, loader, epochs=100, warm=5):
    opt = torch.optim.AdamW(net.parameters(), lr=5e-4)
    warmup = lr_scheduler.LinearLR(opt, start_factor=0.01, total_iters=warm)
    main_part = lr_scheduler.CosineAnnealingLR(opt, T_max=epochs - warm)
    sched = lr_scheduler.SequentialLR(opt, [warmup, main_part], milestones=[warm])
    for epoch in range(epochs):
        for x in loader:
            opt.zero_grad()
            net(x).mean().backward()
            opt.step()
        sched.step(epoch)  # expect: SCH204
