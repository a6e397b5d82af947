"""pct_start=0.3; argparse, GradScaler."""
import argparse

import torch


def main(net, loader):
    p = argparse.ArgumentParser()
    p.add_argument("--max-lr", type=float, default=0.01)
    p.add_argument("--epochs", type=int, default=20)
    args = p.parse_args()
    optimizer = torch.optim.SGD(net.parameters(), lr=args.max_lr / 25)
    scheduler = torch.optim.lr_scheduler.OneCycleLR(
        optimizer,
        max_lr=args.max_lr,
        epochs=args.epochs,
        steps_per_epoch=len(loader),
        pct_start=0.3,
    )
    scaler = torch.amp.GradScaler("cuda")
    for _ in range(args.epochs):
        for x, y in loader:
            optimizer.zero_grad()
            with torch.autocast("cuda"):
                loss = torch.nn.functional.cross_entropy(net(x), y)
            scaler.scale(loss).backward()
            scaler.step(optimizer)
            scaler.update()
            scheduler.step()
