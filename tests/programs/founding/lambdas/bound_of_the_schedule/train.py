import argparse

import torch
from torch.optim.lr_scheduler import LambdaLR
from torch.utils.data import DataLoader

from data import dataset, model

parser = argparse.ArgumentParser()
parser.add_argument("--epochs", type=int, default=10)
args = parser.parse_args()

loader = DataLoader(dataset, batch_size=4)
optimizer = torch.optim.SGD(model.parameters(), lr=0.1)


def decay(i):
    return 0.5 ** (i // (2 * len(loader))) if i < args.epochs * len(loader) else 0


scheduler = LambdaLR(optimizer, decay)

for epoch in range(args.epochs):
    for x in loader:
        optimizer.zero_grad()
        model(x).sum().backward()
        optimizer.step()
        scheduler.step()
