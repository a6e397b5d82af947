"""`while epoch < args.epochs`; the schedule moves beside the counter: silent."""
import argparse

import torch
from tqdm import tqdm


def train(args, net, loader):
    opt = torch.optim.SGD(net.parameters(), lr=args.lr)
    lr_sched = torch.optim.lr_scheduler.CosineAnnealingLR(opt, args.epochs)
    epoch = 0
    while epoch < args.epochs:
        bar = tqdm(loader, desc=f"epoch {epoch}", leave=False)
        for i, (x, y) in enumerate(bar):
            opt.zero_grad()
            loss = torch.nn.functional.cross_entropy(net(x), y)
            loss.backward()
            opt.step()
            if i % 10 == 0:
                bar.set_postfix(loss=loss.item())
        lr_sched.step()
        epoch += 1


if __name__ == "__main__":
    p = argparse.ArgumentParser()
    p.add_argument("--epochs", type=int, default=5)
    p.add_argument("--lr", type=float, default=0.1)
    train(p.parse_args(), torch.nn.Linear(1, 2), torch.utils.data.DataLoader([]))
