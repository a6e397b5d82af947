"""Two classes to choose from, each stepped at its own place under the same flag: silent."""
import argparse

import torch
from torch.optim.lr_scheduler import MultiStepLR, OneCycleLR


def main(model, loader):
    ap = argparse.ArgumentParser()
    ap.add_argument("--onecycle", action="store_true")
    ap.add_argument("--epochs", type=int, default=90)
    args = ap.parse_args()
    optimizer = torch.optim.SGD(model.parameters(), lr=0.1)
    if args.onecycle:
        lrs = OneCycleLR(optimizer, max_lr=0.4, epochs=args.epochs, steps_per_epoch=len(loader))
    else:
        lrs = MultiStepLR(optimizer, milestones=[30, 60, 80], gamma=0.1)
    for epoch in range(args.epochs):
        for x, y in loader:
            optimizer.zero_grad()
            torch.nn.functional.cross_entropy(model(x), y).backward()
            optimizer.step()
            if args.onecycle:
                lrs.step()
        if not args.onecycle:
            lrs.step()
