"""Cells: the plateau's counters are not in the file that the last cell resumes from."""
import torch
from loaders import get_loaders

train_dl, val_dl = get_loaders()
model = torch.nn.Linear(10, 1)
opt = torch.optim.Adam(model.parameters(), lr=1e-2)
sched = torch.optim.lr_scheduler.ReduceLROnPlateau(opt, patience=3)


def one_epoch():
    for x, y in train_dl:
        opt.zero_grad()
        torch.nn.functional.mse_loss(model(x), y).backward()
        opt.step()
    with torch.no_grad():
        return sum(torch.nn.functional.mse_loss(model(x), y).item() for x, y in val_dl)


# %% train
for epoch in range(30):
    sched.step(one_epoch())
torch.save({"model": model.state_dict(), "opt": opt.state_dict()}, "cell.pt")  # expect: SCH303

# %% later, in a fresh kernel
model = torch.nn.Linear(10, 1)
opt = torch.optim.Adam(model.parameters(), lr=1e-2)
sched = torch.optim.lr_scheduler.ReduceLROnPlateau(opt, patience=3)
blob = torch.load("cell.pt")
model.load_state_dict(blob["model"])
opt.load_state_dict(blob["opt"])  # expect: SCH103
for epoch in range(30, 60):
    sched.step(one_epoch())
