import argparse
import sys

import torch
from torch import nn, optim
from torch.optim.lr_scheduler import ReduceLROnPlateau, StepLR

from data import loaders

parser = argparse.ArgumentParser()
parser.add_argument("--verbose", type=int, default=1)
parser.add_argument("--epochs", type=int, default=20)
args = parser.parse_args()

if not torch.cuda.is_available():
    sys.exit("no GPU")
train_loader, val_loader = loaders()
model = nn.Linear(8, 2).cuda()
optimizer = optim.Adam(model.parameters(), lr=1e-3)
if args.verbose <= 2:
    scheduler = ReduceLROnPlateau(optimizer, patience=3, verbose=True)  # expect: SCH401
elif args.verbose > 5:
    raise SystemExit("too much said")
else:
    scheduler = ReduceLROnPlateau(optimizer, patience=3)
for epoch in range(args.epochs):
    for x, y in train_loader:
        optimizer.zero_grad()
        nn.functional.cross_entropy(model(x.cuda()), y.cuda()).backward()
        optimizer.step()
    scheduler.step(sum(float(nn.functional.cross_entropy(model(x.cuda()), y.cuda())) for x, y in val_loader))


def quiet(optimizer):
    if torch.__version__ < "2.7":
        return StepLR(optimizer, 30, verbose=True)
    return StepLR(optimizer, 30)
