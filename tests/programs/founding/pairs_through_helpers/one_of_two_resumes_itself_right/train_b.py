# trains another model, and resumes its own checkpoints
import argparse

import torch
from manager import Manager


def run(args, loader):
    model = torch.nn.Sequential(torch.nn.Linear(2, 8), torch.nn.ReLU(), torch.nn.Linear(8, 3))
    optimizer = torch.optim.AdamW(model.parameters(), lr=args.lr)
    scheduler = torch.optim.lr_scheduler.CosineAnnealingLR(optimizer, T_max=args.epochs)
    manager = Manager("runs/b_01", "b")
    start = 0
    if args.resume:
        start = manager.resume(args.resume, model, optimizer, scheduler)
    for epoch in range(start, args.epochs):
        for x, y in loader:
            optimizer.zero_grad()
            (model(x) - y).pow(2).mean().backward()
            optimizer.step()
        scheduler.step()
        manager.update(epoch, model, optimizer, scheduler)


if __name__ == "__main__":
    parser = argparse.ArgumentParser()
    parser.add_argument("--epochs", type=int, default=5)
    parser.add_argument("--lr", type=float, default=3e-4)
    parser.add_argument("--resume", default="")
    run(parser.parse_args(), [(torch.ones(1, 2), torch.ones(1, 3))] * 4)
