"""argparse + DDP: the criterion's weights join after OneCycleLR was built."""
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
    if args.learn_loss:
        optimizer.add_param_group({"params": criterion.parameters(), "weight_decay": 0.0})  # expect: SCH406
    for _ in range(args.epochs):
        for x, y in loader:
            optimizer.zero_grad()
            criterion(model(x), y).backward()
            optimizer.step()
            scheduler.step()
