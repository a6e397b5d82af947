import argparse

import torch
from torch.optim.lr_scheduler import LambdaLR, LinearLR
from transformers import get_linear_schedule_with_warmup

from data import batches, model

parser = argparse.ArgumentParser()
parser.add_argument("--total", type=int, default=100000)
parser.add_argument("--accumulation", type=int, default=4)
args = parser.parse_args()

optimizer = torch.optim.AdamW(model.parameters(), lr=1e-3)
scheduler = LinearLR(optimizer, 1.0, 0.0, total_iters=args.total // args.accumulation)
source = iter(batches)
for step in range(args.total):
    model(next(source)).mean().backward()
    if (step + 1) % args.accumulation == 0:
        optimizer.step()
        scheduler.step()
        optimizer.zero_grad()
