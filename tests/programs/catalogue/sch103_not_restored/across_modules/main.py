"""The helper in another module restores model and optimizer and was never told about the scheduler."""
import torch
from utils.checkpoint import restore
from utils.loop import train_one_epoch


def main(args, model, train_loader):
    optimizer = torch.optim.AdamW(model.parameters(), lr=args.lr, weight_decay=0.05)
    lr_scheduler = torch.optim.lr_scheduler.MultiStepLR(optimizer, milestones=[40, 60], gamma=0.1)
    start_epoch = 0
    if args.resume:
        start_epoch = restore(args.resume, model, optimizer)
    for epoch in range(start_epoch, args.epochs):
        train_one_epoch(model, optimizer, train_loader, epoch)
        lr_scheduler.step()
