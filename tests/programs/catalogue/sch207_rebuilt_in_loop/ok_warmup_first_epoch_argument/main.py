import torch
def one_epoch(net, opt, loader, warmup=None):
    sched = None
    if warmup is not None:
        sched = torch.optim.lr_scheduler.LinearLR(opt, 0.1, total_iters=len(loader))
    for x, y in loader:
        opt.zero_grad()
        net(x, y).backward()
        opt.step()
        if sched is not None:
            sched.step()
def main(net, loader):
    opt = torch.optim.SGD(net.parameters(), lr=0.1)
    for e in range(10):
        one_epoch(net, opt, loader, True if e == 0 else None)
