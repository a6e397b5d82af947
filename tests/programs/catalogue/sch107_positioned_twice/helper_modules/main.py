"""fast_forward() in a utility module runs after load() restored the optimizer."""
import torch
from util import fast_forward, load, train_epoch


def main(args, net, loader):
    optimizer = torch.optim.Adam(net.parameters(), lr=args.lr)
    scheduler = torch.optim.lr_scheduler.MultiStepLR(optimizer, args.milestones, gamma=0.5)
    start = 0
    if args.resume:
        start = load(args.resume, net, optimizer)
        fast_forward(scheduler, start)
    for _ in range(start, args.epochs):
        train_epoch(net, optimizer, loader)
        scheduler.step()
