"""Notebook cells: ReduceLROnPlateau forgets its best value and its counter."""
# %%
import torch
import torch.nn.functional as F

from data import test_dl, train_dl

net = torch.nn.Sequential(torch.nn.Linear(8, 32), torch.nn.ReLU(), torch.nn.Linear(32, 1))
opt = torch.optim.Adam(net.parameters(), lr=3e-3)
plateau = torch.optim.lr_scheduler.ReduceLROnPlateau(opt, factor=0.5, patience=4)

# %%
saved = torch.load("best.pth")
net.load_state_dict(saved["net"])
opt.load_state_dict(saved["opt"])  # expect: SCH103

# %%
for epoch in range(saved["epoch"] + 1, 200):
    for xb, yb in train_dl:
        opt.zero_grad()
        F.mse_loss(net(xb), yb).backward()
        opt.step()
    with torch.no_grad():
        val = sum(F.mse_loss(net(xb), yb) for xb, yb in test_dl)
    plateau.step(val)
