import torch
from ckpt import Checkpointer


def main(net, loader, resume):
    opt = torch.optim.SGD(net.parameters(), 0.1)
    sched = torch.optim.lr_scheduler.CosineAnnealingLR(opt, 100)
    ck = Checkpointer(model=net, optimizer=opt, scheduler=sched)
    first = 0
    if resume:
        first = ck.load("last.pt")["epoch"] + 1
    for epoch in range(first, 100):
        for x in loader:
            opt.zero_grad()
            net(x).mean().backward()
            opt.step()
        sched.step()
        ck.meta["epoch"] = epoch
        ck.save("last.pt")
