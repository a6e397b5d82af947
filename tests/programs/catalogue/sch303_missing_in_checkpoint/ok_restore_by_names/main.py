import os, torch
from state import save, load
def main(net, loader):
    opt = torch.optim.Adam(net.parameters())
    sched = torch.optim.lr_scheduler.StepLR(opt, 4)
    if os.path.exists("s.pt"):
        load("s.pt", net=net, sched=sched, opt=opt)
    for epoch in range(20):
        for x, y in loader:
            opt.zero_grad()
            net(x, y).backward()
            opt.step()
        sched.step()
        save("s.pt", net=net, opt=opt, sched=sched)
