"""Notebook: a nested finish() passes the epoch on."""
import torch

from data import train_dl

net = torch.nn.Linear(3, 1)
opt = torch.optim.SGD(net.parameters(), lr=0.1)
poly = torch.optim.lr_scheduler.PolynomialLR(opt, total_iters=25, power=0.9)


def finish(epoch, loss):
    print(f"{epoch}: {loss:.3f}")
    poly.step(epoch)  # expect: SCH204


# %%
for ep in range(25):
    for x, y in train_dl:
        opt.zero_grad()
        loss = torch.nn.functional.mse_loss(net(x), y)
        loss.backward()
        opt.step()
    finish(ep + 1, loss.item())
