"""Notebook: adjust() returns lr in every branch."""
import torch

from parts import train_dl

lr = 0.1
model = torch.nn.Linear(12, 3)
opt = torch.optim.SGD(model.parameters(), lr=lr)


def adjust(epoch):
    if epoch < 10:
        return lr
    if epoch < 20:
        return lr * 0.1
    return lr * 0.01


# %%
sched = torch.optim.lr_scheduler.LambdaLR(opt, lr_lambda=adjust)  # expect: SCH404
for epoch in range(30):
    for x, y in train_dl:
        opt.zero_grad()
        torch.nn.functional.cross_entropy(model(x), y).backward()
        opt.step()
    sched.step()
