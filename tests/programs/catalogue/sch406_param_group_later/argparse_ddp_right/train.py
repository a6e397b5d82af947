"""argparse + DDP: the criterion's weights have an optimizer of their own, which no scheduler moves."""
import argparse

import torch
from torch.nn.parallel import DistributedDataParallel


def main(net, criterion, loader):
    ap = argparse.ArgumentParser()
    ap.add_argument("--epochs", type=int, default=5)
    ap.add_argument("--learn-loss", action="store_true")
    args = ap.parse_args()
    model = DistributedDataParallel(net)
    optimizer = torch.optim.SGD(model.parameters(), lr=0.1)
    scheduler = torch.optim.lr_scheduler.OneCycleLR(optimizer, 0.1, epochs=args.epochs, steps_per_epoch=len(loader))
    second = torch.optim.SGD(list(criterion.parameters())[:1], lr=0.01)
    if args.learn_loss:
        second.add_param_group({"params": list(criterion.parameters())[1:], "weight_decay": 0.0})
    for _ in range(args.epochs):
        for x, y in loader:
            optimizer.zero_grad()
            criterion(model(x), y).backward()
            optimizer.step()
            second.step()
            scheduler.step()
