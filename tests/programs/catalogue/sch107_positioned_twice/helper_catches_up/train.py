import sys, torch
from utils import catch_up
from model import Net
from data import loader
def main(resume):
    net = Net()
    opt = torch.optim.SGD(net.parameters(), lr=0.1)
    sched = torch.optim.lr_scheduler.ExponentialLR(opt, 0.95)
    start = 0
    if resume:
        ck = torch.load(resume)
        net.load_state_dict(ck["net"])
        opt.load_state_dict(ck["opt"])
        start = ck["epoch"]
        catch_up(sched, start)
    for epoch in range(start, 90):
        for x, y in loader:
            opt.zero_grad()
            net(x, y).backward()
            opt.step()
        sched.step()
        torch.save({"net": net.state_dict(), "opt": opt.state_dict(), "epoch": epoch + 1}, "a.pt")
main(*sys.argv[1:])
