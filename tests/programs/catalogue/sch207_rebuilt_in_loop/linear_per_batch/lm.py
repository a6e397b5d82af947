"""A warm-up in iterations is rebuilt for each epoch, so every epoch warms up anew."""
import argparse

import torch


def main(net, loader):
    ap = argparse.ArgumentParser()
    ap.add_argument("--epochs", type=int, default=3)
    ap.add_argument("--warmup-steps", type=int, default=200)
    args = ap.parse_args()
    optimizer = torch.optim.AdamW(net.parameters(), lr=3e-4)
    for _ in range(args.epochs):
        warm = torch.optim.lr_scheduler.LinearLR(optimizer, 0.01, total_iters=args.warmup_steps)  # expect: SCH207
        for tokens in loader:
            net(tokens).loss.backward()
            optimizer.step()
            warm.step()
            optimizer.zero_grad()
