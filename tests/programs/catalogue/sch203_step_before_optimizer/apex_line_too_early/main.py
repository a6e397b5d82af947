import argparse

import torch
from torch import nn
from torch.optim.lr_scheduler import LambdaLR
from torch.utils.data import DataLoader, TensorDataset

from trainer import Trainer


def linear_schedule(optimizer, warmup, total):
    def rate(step):
        if step < warmup:
            return step / max(1, warmup)
        return max(0.0, (total - step) / max(1, total - warmup))

    return LambdaLR(optimizer, rate)


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("--fp16", action="store_true")
    parser.add_argument("--accumulate", type=int, default=2)
    parser.add_argument("--epochs", type=int, default=3)
    args = parser.parse_args()
    loader = DataLoader(TensorDataset(torch.rand(64, 4), torch.rand(64, 1)), batch_size=8)
    model = nn.Linear(4, 1)
    optimizer = torch.optim.AdamW(model.parameters(), lr=1e-4)
    total = int(len(loader) / args.accumulate * args.epochs)
    scheduler = linear_schedule(optimizer, int(0.1 * total), total)
    Trainer(args, model, nn.MSELoss(), optimizer, scheduler).train(loader)


if __name__ == "__main__":
    main()
