"""Notebook: a settings dict with verbose is unpacked into the constructor."""
import torch

from feed import train_dl

model = torch.nn.Linear(3, 3)
opt = torch.optim.Adam(model.parameters(), lr=1e-3)
SCHED = {"gamma": 0.97, "verbose": True}

# %%
sched = torch.optim.lr_scheduler.ExponentialLR(opt, **SCHED)  # expect: SCH401

# %%
for _ in range(12):
    for x, y in train_dl:
        opt.zero_grad()
        torch.nn.functional.cross_entropy(model(x), y).backward()
        opt.step()
    sched.step()
