"""A decay factor whose name holds lr, and a second rate that is not the optimizer's."""
import argparse

import torch


def main(net, loader):
    parser = argparse.ArgumentParser()
    parser.add_argument("--lr", type=float, default=0.01)
    parser.add_argument("--lr-decay", type=float, default=0.95)
    parser.add_argument("--lr-scale", type=float, default=0.5)
    args = parser.parse_args()
    optimizer = torch.optim.SGD(net.parameters(), lr=args.lr)
    scheduler = torch.optim.lr_scheduler.LambdaLR(optimizer, lambda epoch: args.lr_scale * args.lr_decay**epoch)
    for _ in range(25):
        for x in loader:
            optimizer.zero_grad()
            net(x).mean().backward()
            optimizer.step()
        scheduler.step()
