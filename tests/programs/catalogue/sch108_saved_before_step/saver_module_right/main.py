"""save_all() before the step, but the resumed run repeats the saved epoch."""
import torch
from saver import load_all, save_all


def main(args, net, loader):
    opt = torch.optim.Adam(net.parameters(), args.lr)
    sched = torch.optim.lr_scheduler.CosineAnnealingLR(opt, T_max=args.epochs)
    begin = load_all(args.resume, net, opt, sched) if args.resume else 0
    for epoch in range(begin, args.epochs):
        for x, y in loader:
            opt.zero_grad()
            torch.nn.functional.cross_entropy(net(x), y).backward()
            opt.step()
        save_all(args.out, epoch, net, opt, sched)
        sched.step()
