import argparse

import torch
from torch.optim.lr_scheduler import LambdaLR

import models


def main(args, loader):
    net = models.__dict__[args.arch]()
    # groups() gives [{"params": ..., "lr": 0.1}, {"params": ..., "lr": 1.0}]
    optimizer = torch.optim.SGD(net.groups(), lr=args.lr, momentum=0.9)
    scheduler = LambdaLR(optimizer, lambda x: args.lr * (1.0 - x / args.steps) ** 0.9)
    for batch in loader:
        optimizer.zero_grad()
        net(batch).sum().backward()
        optimizer.step()
        scheduler.step()


if __name__ == "__main__":
    parser = argparse.ArgumentParser()
    parser.add_argument("--lr", default=0.01, type=float)
    parser.add_argument("--arch", default="Net")
    parser.add_argument("--steps", default=100, type=int)
    main(parser.parse_args(), [torch.zeros(1, 4)])
