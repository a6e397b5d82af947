import os
import torch
from model import Net
from data import train_loader
net = Net()
opt = torch.optim.AdamW(net.parameters(), lr=3e-4)
sched = torch.optim.lr_scheduler.StepLR(opt, 5)
first = 0
if os.path.isfile("run.pt"):
    s = torch.load("run.pt")
    net.load_state_dict(s["net"])
    first = s["epoch"]
    for _ in range(first):
        sched.step()
    opt.load_state_dict(s["opt"])
for epoch in range(first, 20):
    for x, y in train_loader:
        opt.zero_grad()
        net(x, y).backward()
        opt.step()
    sched.step()
    torch.save(dict(net=net.state_dict(), opt=opt.state_dict(), epoch=epoch + 1), "run.pt")
