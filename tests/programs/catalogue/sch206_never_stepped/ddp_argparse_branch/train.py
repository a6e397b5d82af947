"""argparse + DDP + GradScaler: the scheduler of --sched cosine is built and left alone."""
import argparse

import torch
from torch.nn.parallel import DistributedDataParallel as DDP


def main(net, loader):
    ap = argparse.ArgumentParser()
    ap.add_argument("--epochs", type=int, default=10)
    ap.add_argument("--sched", choices=["cosine", "none"], default="cosine")
    args = ap.parse_args()
    net = DDP(net.cuda())
    optimizer = torch.optim.AdamW(net.parameters(), lr=1e-4)
    if args.sched == "cosine":
        scheduler = torch.optim.lr_scheduler.CosineAnnealingLR(optimizer, args.epochs)  # expect: SCH206
    else:
        scheduler = None
    print("schedule:", scheduler)
    scaler = torch.amp.GradScaler("cuda")
    for _ in range(args.epochs):
        for x, y in loader:
            optimizer.zero_grad()
            with torch.autocast("cuda"):
                loss = torch.nn.functional.cross_entropy(net(x), y)
            scaler.scale(loss).backward()
            scaler.step(optimizer)
            scaler.update()
