"""The scheduler is handed to train(), saved there, but never stepped."""
import torch
from training import train


def main(args, net, loader):
    optimizer = torch.optim.SGD(net.parameters(), lr=args.lr)
    scheduler = torch.optim.lr_scheduler.CosineAnnealingLR(optimizer, args.epochs)  # expect: SCH206
    train(net, loader, optimizer, scheduler, args.epochs)
