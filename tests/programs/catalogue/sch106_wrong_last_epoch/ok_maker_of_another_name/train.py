import argparse

import torch
from torch.optim.lr_scheduler import StepLR

from data import loader

parser = argparse.ArgumentParser()
parser.add_argument("--schedule", choices=["linear", "constant"], default="linear")
parser.add_argument("--total", type=int, default=100000)
args = parser.parse_args()


def linear(optimizer, total, last_epoch=-1):
    return StepLR(optimizer, total, last_epoch=last_epoch)


def constant(optimizer, last_epoch=-1):
    return StepLR(optimizer, 10**9, last_epoch=last_epoch)


MAKERS = {"linear": linear, "constant": constant}
model = torch.nn.Linear(1, 1)
optimizer = torch.optim.SGD(model.parameters(), lr=0.1)
if args.schedule in ["constant"]:
    scheduler = MAKERS[args.schedule](optimizer)
else:
    scheduler = MAKERS[args.schedule](optimizer, args.total)
for batch in loader:
    model(batch).mean().backward()
    optimizer.step()
    scheduler.step()
