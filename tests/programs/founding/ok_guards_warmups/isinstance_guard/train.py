"""isinstance(scheduler, OneCycleLR) per batch; everything else per epoch, plateau with its metric."""
import torch
from torch.optim.lr_scheduler import MultiStepLR, OneCycleLR, ReduceLROnPlateau


def build(opt, args, loader):
    if args.sched == "one":
        return OneCycleLR(opt, args.lr, steps_per_epoch=len(loader), epochs=args.epochs)
    if args.sched == "plateau":
        return ReduceLROnPlateau(opt)
    return MultiStepLR(opt, [args.epochs // 2])


def main(args, net, loader, evaluate):
    opt = torch.optim.SGD(net.parameters(), lr=args.lr)
    sched = build(opt, args, loader)
    for _ in range(args.epochs):
        for x in loader:
            opt.zero_grad()
            net(x).sum().backward()
            opt.step()
            if isinstance(sched, OneCycleLR):
                sched.step()
        if isinstance(sched, ReduceLROnPlateau):
            sched.step(evaluate(net))
        elif not isinstance(sched, OneCycleLR):
            sched.step()
