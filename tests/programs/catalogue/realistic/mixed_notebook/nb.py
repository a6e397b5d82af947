"""Notebook with three mistakes: last_epoch of the completed count, a metric for StepLR, a group added late."""
import torch

from corpus import train_dl, valid_dl

# %%
backbone, head = torch.nn.Linear(20, 16), torch.nn.Linear(16, 2)
ckpt = torch.load("pre.pt")
head.load_state_dict(ckpt["head"])
opt = torch.optim.SGD(head.parameters(), lr=0.1)
opt.load_state_dict(ckpt["opt"])
begin = ckpt["epoch"] + 1
sched = torch.optim.lr_scheduler.StepLR(opt, 10, last_epoch=begin)  # expect: SCH106

# %%
opt.add_param_group({"params": backbone.parameters(), "lr": 0.01, "initial_lr": 0.01})  # expect: SCH406

# %%
for epoch in range(begin, 60):
    for x, y in train_dl:
        opt.zero_grad()
        torch.nn.functional.cross_entropy(head(backbone(x)), y).backward()
        opt.step()
    with torch.no_grad():
        val_loss = sum(torch.nn.functional.cross_entropy(head(backbone(x)), y).item() for x, y in valid_dl)
    sched.step(val_loss)  # expect: SCH205
