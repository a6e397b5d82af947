"""load() restores the weights only; fast_forward() moves a fresh optimizer's schedule."""
import torch
from util import fast_forward, load, train_epoch


def main(args, net, loader):
    optimizer = torch.optim.Adam(net.parameters(), lr=args.lr)
    scheduler = torch.optim.lr_scheduler.MultiStepLR(optimizer, args.milestones, gamma=0.5)
    start = 0
    if args.resume:
        start = load(args.resume, net)
        fast_forward(scheduler, start)
    for _ in range(start, args.epochs):
        train_epoch(net, optimizer, loader)
        scheduler.step()
