import os, torch
from model import Net
from data import loader
net = Net()
opt = torch.optim.SGD(net.parameters(), lr=0.1)
sched = torch.optim.lr_scheduler.CosineAnnealingLR(opt, 40)
epoch = 0
if os.path.exists("c.pt"):
    c = torch.load("c.pt")
    net.load_state_dict(c["net"]); opt.load_state_dict(c["opt"]); sched.load_state_dict(c["sched"])
    epoch = c["epoch"]
while epoch < 40:
    torch.save({"net": net.state_dict(), "opt": opt.state_dict(), "sched": sched.state_dict(), "epoch": epoch}, "c.pt")
    for x, y in loader:
        opt.zero_grad()
        net(x, y).backward()
        opt.step()
    sched.step()
    epoch += 1
