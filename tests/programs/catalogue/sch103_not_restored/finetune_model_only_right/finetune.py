"""Fine-tuning takes only the weights: a new optimizer and a new schedule are meant."""
import argparse

import torch


def main(model, loader):
    p = argparse.ArgumentParser()
    p.add_argument("--pretrained", required=True)
    p.add_argument("--epochs", type=int, default=20)
    args = p.parse_args()
    weights = torch.load(args.pretrained, map_location="cpu")["model"]
    weights = {k: v for k, v in weights.items() if not k.startswith("head.")}
    model.load_state_dict(weights, strict=False)
    optimizer = torch.optim.AdamW(model.parameters(), lr=1e-4)
    scheduler = torch.optim.lr_scheduler.CosineAnnealingLR(optimizer, T_max=args.epochs)
    for _ in range(args.epochs):
        for x, y in loader:
            optimizer.zero_grad()
            torch.nn.functional.cross_entropy(model(x), y).backward()
            optimizer.step()
        scheduler.step()
