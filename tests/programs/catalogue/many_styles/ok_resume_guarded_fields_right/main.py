"""Old checkpoints had no scheduler; the new ones do."""
import argparse

import torch
from ckpt import maybe_resume, save


def main(net, loader):
    ap = argparse.ArgumentParser()
    ap.add_argument("--resume", default=None)
    ap.add_argument("--epochs", type=int, default=90)
    a = ap.parse_args()
    optimizer = torch.optim.SGD(net.parameters(), lr=0.1, momentum=0.9)
    scheduler = torch.optim.lr_scheduler.StepLR(optimizer, 30)
    start = maybe_resume(a.resume, net, optimizer, scheduler)
    for epoch in range(start, a.epochs):
        for x, y in loader:
            optimizer.zero_grad()
            torch.nn.functional.cross_entropy(net(x), y).backward()
            optimizer.step()
        scheduler.step()
        save("last.pt", net, optimizer, scheduler, epoch + 1)
