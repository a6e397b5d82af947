"""No epochs anywhere: the run is max_iters iterations long and the schedule's '..._epoch' defaults are 150000 and
300000 of them."""
import argparse

import torch
from torch import nn

from schedule import linear

THOUSAND = 1000
parser = argparse.ArgumentParser()
parser.add_argument("--lr", type=float, default=1e-3)
parser.add_argument("--end_lr", type=float, default=1e-4)
parser.add_argument("--sched_start_epoch", type=int, default=150 * THOUSAND)
parser.add_argument("--sched_end_epoch", type=int, default=300 * THOUSAND)
parser.add_argument("--max_iters", type=int, default=float("inf"))
args = parser.parse_args()

model = nn.Linear(2, 1)
optimizer = torch.optim.Adam(model.parameters(), lr=args.lr)
scheduler = linear(optimizer, args.sched_start_epoch, args.sched_end_epoch, args.lr, args.end_lr)


def forever(loader):
    while True:
        yield from loader


batches = forever(torch.utils.data.DataLoader(torch.rand(64, 2), batch_size=8))


def train(it):
    x = next(batches)
    optimizer.zero_grad()
    model(x).sum().backward()
    optimizer.step()
    scheduler.step()


it = 1
while it <= args.max_iters:
    train(it)
    it += 1
