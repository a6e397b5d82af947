"""DeepSpeed on request: the scheduler's step stands outside of the branch."""
import argparse

import deepspeed
import torch

parser = argparse.ArgumentParser()
parser.add_argument("--deepspeed", action="store_true")
parser.add_argument("--steps", type=int, default=1000)


def main(model, loader):
    args = parser.parse_args()
    optimizer = torch.optim.AdamW(model.parameters(), lr=1e-3)
    scheduler = torch.optim.lr_scheduler.LinearLR(optimizer, 1.0, 0.0, total_iters=args.steps)
    if args.deepspeed:
        model, optimizer, _, scheduler = deepspeed.initialize(args=args, model=model, optimizer=optimizer, lr_scheduler=scheduler)
    for epoch in range(10):
        for batch in loader:
            loss = model(batch).mean()
            if args.deepspeed:
                model.backward(loss)
                model.step()
            else:
                optimizer.zero_grad()
                loss.backward()
                optimizer.step()
            scheduler.step()  # expect: SCH210
