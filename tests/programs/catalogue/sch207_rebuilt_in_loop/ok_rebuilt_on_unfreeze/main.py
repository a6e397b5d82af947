import torch
def main(net, loader):
    opt = torch.optim.SGD(net.head.parameters(), lr=0.1)
    sched = torch.optim.lr_scheduler.StepLR(opt, 5)
    for e in range(30):
        if e == 10:
            net.unfreeze()
            opt = torch.optim.SGD(net.parameters(), lr=0.01)
            sched = torch.optim.lr_scheduler.StepLR(opt, 5)
        for x, y in loader:
            opt.zero_grad()
            net(x, y).backward()
            opt.step()
        sched.step()
