"""argparse + DDP + GradScaler: the scaler is restored, the scheduler forgotten."""
import argparse
import os

import torch
import torch.distributed as dist
from torch.nn.parallel import DistributedDataParallel as DDP


def parse():
    p = argparse.ArgumentParser()
    p.add_argument("--epochs", type=int, default=300)
    p.add_argument("--lr", type=float, default=5e-4)
    p.add_argument("--resume", default="")
    p.add_argument("--output", default="out")
    return p.parse_args()


def main(model, loader):
    args = parse()
    dist.init_process_group("nccl")
    rank = int(os.environ["LOCAL_RANK"])
    model = DDP(model.cuda(rank), device_ids=[rank])
    optimizer = torch.optim.AdamW(model.parameters(), lr=args.lr)
    scaler = torch.cuda.amp.GradScaler()
    lr_scheduler = torch.optim.lr_scheduler.CosineAnnealingLR(optimizer, args.epochs, eta_min=1e-6)
    begin = 0
    if args.resume:
        checkpoint = torch.load(args.resume, map_location="cpu")
        model.module.load_state_dict(checkpoint["model"])
        optimizer.load_state_dict(checkpoint["optimizer"])  # expect: SCH103
        scaler.load_state_dict(checkpoint["scaler"])
        begin = checkpoint["epoch"] + 1
    for epoch in range(begin, args.epochs):
        loader.sampler.set_epoch(epoch)
        for images, labels in loader:
            with torch.autocast("cuda"):
                loss = torch.nn.functional.cross_entropy(model(images.cuda(rank)), labels.cuda(rank))
            optimizer.zero_grad()
            scaler.scale(loss).backward()
            scaler.step(optimizer)
            scaler.update()
        lr_scheduler.step()
        if rank == 0:
            torch.save(
                {
                    "model": model.module.state_dict(),
                    "optimizer": optimizer.state_dict(),
                    "lr_scheduler": lr_scheduler.state_dict(),
                    "scaler": scaler.state_dict(),
                    "epoch": epoch,
                },
                os.path.join(args.output, "checkpoint.pth"),
            )
