import sys

from registry import OPTIM, SCHED
import torch


def main(net, loader, optim=sys.argv[1], sched=sys.argv[2]):
    optimizer = OPTIM[optim](net.parameters())
    scheduler = SCHED[sched](optimizer)
    for _ in range(90):
        for x, y in loader:
            optimizer.zero_grad()
            torch.nn.functional.cross_entropy(net(x), y).backward()
            optimizer.step()
        scheduler.step()
