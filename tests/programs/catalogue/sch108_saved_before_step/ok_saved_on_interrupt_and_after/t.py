import os, torch
from model import Net
from data import loader
class State:
    epoch = 0
def save(net, opt, sched, epoch):
    torch.save({"net": net.state_dict(), "opt": opt.state_dict(), "sched": sched.state_dict(), "epoch": epoch}, "c.pt")
def main():
    net = Net()
    opt = torch.optim.SGD(net.parameters(), lr=0.1)
    sched = torch.optim.lr_scheduler.CosineAnnealingLR(opt, 40)
    start = 0
    if os.path.exists("c.pt"):
        c = torch.load("c.pt")
        net.load_state_dict(c["net"]); opt.load_state_dict(c["opt"]); sched.load_state_dict(c["sched"])
        start = c["epoch"] + 1
    for epoch in range(start, 40):
        for x, y in loader:
            opt.zero_grad()
            net(x, y).backward()
            opt.step()
        sched.step()
        if epoch % 5 == 0:
            save(net, opt, sched, epoch)
main()
