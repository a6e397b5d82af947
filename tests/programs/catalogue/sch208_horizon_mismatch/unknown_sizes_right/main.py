"""Nothing is provable: lengths and bounds come from outside."""
import torch


def main(args, net, loader):
    opt = torch.optim.SGD(net.parameters(), lr=args.lr)
    sched = torch.optim.lr_scheduler.OneCycleLR(opt, args.lr, total_steps=args.total_iters)
    for _ in range(args.rounds):
        for x in loader:
            opt.zero_grad()
            net(x).mean().backward()
            opt.step()
            sched.step()
