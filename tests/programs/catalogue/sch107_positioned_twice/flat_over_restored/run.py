"""Flat: the cosine is fast-forwarded over an optimizer whose lr has already decayed."""
import torch

from task import make_net, train_dl

net = make_net()
opt = torch.optim.SGD(net.parameters(), lr=0.3, momentum=0.9)
sched = torch.optim.lr_scheduler.CosineAnnealingLR(opt, T_max=100)
old = torch.load("old.pth")
net.load_state_dict(old["net"])
opt.load_state_dict(old["opt"])
for i in range(0, old["epoch"] + 1):
    sched.step()  # expect: SCH107
for epoch in range(old["epoch"] + 1, 100):
    for xb, yb in train_dl:
        opt.zero_grad()
        torch.nn.functional.mse_loss(net(xb), yb).backward()
        opt.step()
    sched.step()
