"""start_epoch is the number of completed epochs; last_epoch must be one less."""
import argparse

import torch


def main(model, loader):
    ap = argparse.ArgumentParser()
    ap.add_argument("--resume", default=None)
    ap.add_argument("--epochs", default=200, type=int)
    args = ap.parse_args()
    optimizer = torch.optim.SGD(model.parameters(), lr=0.1, momentum=0.9)
    ck = torch.load(args.resume)
    model.load_state_dict(ck["model"])
    optimizer.load_state_dict(ck["optimizer"])
    start_epoch = ck["epoch"] + 1
    scheduler = torch.optim.lr_scheduler.CosineAnnealingLR(optimizer, args.epochs, last_epoch=start_epoch)  # expect: SCH106
    for epoch in range(start_epoch, args.epochs):
        for x, y in loader:
            optimizer.zero_grad()
            torch.nn.functional.cross_entropy(model(x), y).backward()
            optimizer.step()
        scheduler.step()
