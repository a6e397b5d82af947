"""Rank 0 writes the file inside the epoch, and all ranks step afterwards."""
import argparse

import torch
import torch.distributed as dist
from torch.nn.parallel import DistributedDataParallel as DDP


def main(model, train_loader, sampler):
    parser = argparse.ArgumentParser()
    parser.add_argument("--epochs", type=int, default=100)
    parser.add_argument("--resume", default=None)
    args = parser.parse_args()
    dist.init_process_group("nccl")
    ddp = DDP(model)
    optimizer = torch.optim.SGD(ddp.parameters(), lr=0.4)
    scheduler = torch.optim.lr_scheduler.CosineAnnealingLR(optimizer, args.epochs)
    start = 0
    if args.resume is not None:
        ckpt = torch.load(args.resume, map_location="cpu")
        ddp.load_state_dict(ckpt["model"])
        optimizer.load_state_dict(ckpt["optimizer"])
        scheduler.load_state_dict(ckpt["scheduler"])
        start = ckpt["epoch"]
    for epoch in range(start, args.epochs):
        sampler.set_epoch(epoch)
        for x, y in train_loader:
            loss = torch.nn.functional.cross_entropy(ddp(x), y)
            optimizer.zero_grad()
            loss.backward()
            optimizer.step()
        if dist.get_rank() == 0:
            ckpt = {"epoch": epoch + 1, "model": ddp.state_dict(), "optimizer": optimizer.state_dict()}
            ckpt["scheduler"] = scheduler.state_dict()
            torch.save(ckpt, f"ckpt_{epoch}.pth")  # expect: SCH108
        scheduler.step()
