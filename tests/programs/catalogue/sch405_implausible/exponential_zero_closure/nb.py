"""Notebook: ExponentialLR(gamma=0.0) through a constant of the notebook."""
import torch

from bits import dl

GAMMA = 0.0
net = torch.nn.Linear(7, 7)
opt = torch.optim.Adam(net.parameters(), lr=1e-3)


def make():
    return torch.optim.lr_scheduler.ExponentialLR(opt, gamma=GAMMA)  # expect: SCH405


# %%
sched = make()
for _ in range(5):
    for x in dl:
        opt.zero_grad()
        net(x).pow(2).mean().backward()
        opt.step()
    sched.step()
