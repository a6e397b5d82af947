"""The scheduler is handed to train(), which steps it."""
import torch
from training import train


def main(args, net, loader):
    optimizer = torch.optim.SGD(net.parameters(), lr=args.lr)
    scheduler = torch.optim.lr_scheduler.CosineAnnealingLR(optimizer, args.epochs)
    train(net, loader, optimizer, scheduler, args.epochs)
