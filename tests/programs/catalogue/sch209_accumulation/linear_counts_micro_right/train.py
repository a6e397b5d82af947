"""Stepped once per update, and the horizon is divided by the accumulation."""
import argparse

import torch


def main(net, loader):
    ap = argparse.ArgumentParser()
    ap.add_argument("--epochs", type=int, default=3)
    ap.add_argument("--accum", type=int, default=4)
    args = ap.parse_args()
    optimizer = torch.optim.AdamW(net.parameters(), lr=5e-5)
    total = args.epochs * (len(loader) // args.accum)
    scheduler = torch.optim.lr_scheduler.LinearLR(optimizer, 1.0, 0.0, total_iters=total)
    for _ in range(args.epochs):
        for i, batch in enumerate(loader):
            (net(batch).mean() / args.accum).backward()
            if (i + 1) % args.accum == 0:
                optimizer.step()
                scheduler.step()
                optimizer.zero_grad()
