"""Notebook: the private class under another name, with GradScaler."""
import torch
from torch.optim.lr_scheduler import _LRScheduler as Scheduler

from inputs import dl

net = torch.nn.Linear(2, 2)
opt = torch.optim.SGD(net.parameters(), lr=0.1)
sch = torch.optim.lr_scheduler.MultiStepLR(opt, milestones=[4, 6])
scaler = torch.amp.GradScaler("cuda")

# %%
print(isinstance(sch, Scheduler))  # expect: SCH402
for _ in range(8):
    for x, y in dl:
        opt.zero_grad()
        scaler.scale(torch.nn.functional.mse_loss(net(x), y)).backward()
        scaler.step(opt)
        scaler.update()
    sch.step()
