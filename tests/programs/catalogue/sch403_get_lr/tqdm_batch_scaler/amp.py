"""argparse, GradScaler: the progress bar shows get_lr() in an f-string."""
import argparse

import torch
from tqdm import tqdm


def main(net, loader):
    p = argparse.ArgumentParser()
    p.add_argument("--epochs", type=int, default=6)
    args = p.parse_args()
    optimizer = torch.optim.AdamW(net.parameters(), lr=1e-3)
    scheduler = torch.optim.lr_scheduler.OneCycleLR(optimizer, 1e-3, epochs=args.epochs, steps_per_epoch=len(loader))
    scaler = torch.amp.GradScaler("cuda")
    for _ in range(args.epochs):
        bar = tqdm(loader)
        for x, y in bar:
            with torch.autocast("cuda"):
                loss = torch.nn.functional.cross_entropy(net(x), y)
            optimizer.zero_grad()
            scaler.scale(loss).backward()
            scaler.step(optimizer)
            scaler.update()
            scheduler.step()
            bar.set_description(f"loss {loss.item():.3f} lr {scheduler.get_lr()[0]:.2e}")  # expect: SCH403
