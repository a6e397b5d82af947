"""Positioned by last_epoch = completed - 1 over the restored optimizer."""
import argparse

import torch


def main(model, loader):
    ap = argparse.ArgumentParser()
    ap.add_argument("--resume")
    ap.add_argument("--epochs", type=int, default=160)
    args = ap.parse_args()
    optimizer = torch.optim.SGD(model.parameters(), lr=0.1, weight_decay=1e-4)
    start_epoch = 0
    if args.resume:
        ck = torch.load(args.resume)
        model.load_state_dict(ck["model"])
        optimizer.load_state_dict(ck["optimizer"])
        start_epoch = ck["epoch"] + 1
    scheduler = torch.optim.lr_scheduler.MultiStepLR(optimizer, [80, 120], last_epoch=start_epoch - 1)
    for epoch in range(start_epoch, args.epochs):
        for x, y in loader:
            optimizer.zero_grad()
            torch.nn.functional.cross_entropy(model(x), y).backward()
            optimizer.step()
        scheduler.step()
        torch.save({"model": model.state_dict(), "optimizer": optimizer.state_dict(), "epoch": epoch}, "last.pth")
