import argparse

import torch
from torch.optim.lr_scheduler import LinearLR, PolynomialLR

from data import loader

parser = argparse.ArgumentParser()
parser.add_argument("--schedule", type=int, default=1)
parser.add_argument("--total", type=int, default=1000)
args = parser.parse_args()

model = torch.nn.Linear(1, 1)
optimizer = torch.optim.SGD(model.parameters(), lr=0.1)
if args.schedule == 1:
    scheduler = PolynomialLR(optimizer, args.total)  # expect: SCH206
if args.schedule == 2:
    scheduler = LinearLR(optimizer, 0.1, 1.0, args.total)
else:
    scheduler = LinearLR(optimizer, 1.0, 0.0, args.total)
for batch in loader:
    model(batch).mean().backward()
    optimizer.step()
    scheduler.step()
