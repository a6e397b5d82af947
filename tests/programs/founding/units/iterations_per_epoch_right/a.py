import argparse

import torch
from torch import nn

opt = argparse.ArgumentParser().parse_args()

per_epoch_iteration = 1000
total_iteration = per_epoch_iteration * opt.end_epoch
optimizer = torch.optim.Adam(nn.Linear(2, 2).parameters(), lr=1e-3)
scheduler = torch.optim.lr_scheduler.CosineAnnealingLR(optimizer, total_iteration)


def main(loader):
    iteration = 0
    while iteration < total_iteration:
        for x in loader:
            optimizer.step()
            scheduler.step()
            iteration += 1
