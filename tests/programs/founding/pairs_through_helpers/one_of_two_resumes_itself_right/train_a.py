# trains one model; never resumes
import argparse

import torch
from manager import Manager


def run(args, loader):
    model = torch.nn.Linear(2, 3)
    optimizer = torch.optim.AdamW([{"params": model.parameters(), "lr": args.lr_head}])
    scheduler = torch.optim.lr_scheduler.OneCycleLR(optimizer, max_lr=args.lr_head, total_steps=args.epochs * len(loader))
    manager = Manager("runs/a_01", "a")
    for epoch in range(args.epochs):
        for x, y in loader:
            optimizer.zero_grad()
            (model(x) - y).pow(2).mean().backward()
            optimizer.step()
            scheduler.step()
        manager.update(epoch, model, optimizer, scheduler)


if __name__ == "__main__":
    parser = argparse.ArgumentParser()
    parser.add_argument("--epochs", type=int, default=5)
    parser.add_argument("--lr_head", type=float, default=1e-4)
    run(parser.parse_args(), [(torch.ones(1, 2), torch.ones(1, 3))] * 4)
