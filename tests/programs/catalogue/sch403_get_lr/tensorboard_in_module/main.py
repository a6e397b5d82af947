"""A logging function of another module asks the scheduler with get_lr()."""
import torch
from logs import log_epoch
from torch.utils.tensorboard import SummaryWriter


def main(args, net, loader):
    writer = SummaryWriter(args.log_dir)
    optimizer = torch.optim.Adam(net.parameters(), lr=args.lr)
    scheduler = torch.optim.lr_scheduler.ExponentialLR(optimizer, gamma=0.9)
    for epoch in range(args.epochs):
        for x in loader:
            optimizer.zero_grad()
            net(x).mean().backward()
            optimizer.step()
        log_epoch(writer, epoch, scheduler)
        scheduler.step()
