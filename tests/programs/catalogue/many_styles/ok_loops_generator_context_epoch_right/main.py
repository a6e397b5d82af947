import torch
from scope import epoch_scope


def main(net, loader):
    opt = torch.optim.SGD(net.parameters(), 0.1)
    sched = torch.optim.lr_scheduler.StepLR(opt, 10)
    for e in range(30):
        with epoch_scope(sched, e):
            for x in loader:
                opt.zero_grad()
                net(x).mean().backward()
                opt.step()
