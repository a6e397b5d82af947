"""The schedule is restored where its length is known; otherwise it is built anew over the restored optimizer."""

import argparse

import torch


def schedule(optimizer, total):
    return torch.optim.lr_scheduler.LambdaLR(optimizer, lambda step: max(0.0, 1 - step / total))  # expect: SCH104


def train(model, loader, optimizer, epochs, scheduler=None):
    if scheduler is None:
        scheduler = schedule(optimizer, epochs * len(loader))
    for epoch in range(epochs):
        for batch in loader:
            optimizer.zero_grad()
            model(batch).mean().backward()
            optimizer.step()
            scheduler.step()
        torch.save({"optimizer": optimizer.state_dict(), "scheduler": scheduler.state_dict()}, "last.pt")


def main(loader):
    parser = argparse.ArgumentParser()
    parser.add_argument("--resume")
    parser.add_argument("--total", type=int)
    args = parser.parse_args()
    model = torch.nn.Linear(2, 2)
    optimizer = torch.optim.AdamW(model.parameters(), lr=1e-3)
    scheduler = None
    if args.resume:
        saved = torch.load(args.resume)
        optimizer.load_state_dict(saved["optimizer"])  # expect: SCH103
        if args.total:
            scheduler = schedule(optimizer, args.total)
            scheduler.load_state_dict(saved["scheduler"])
    train(model, loader, optimizer, 10, scheduler)
