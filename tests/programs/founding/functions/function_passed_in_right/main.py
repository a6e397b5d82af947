"""Loops live in higher-order helpers; the epoch body steps the schedule: silent."""
import torch
from loops import for_each_batch, for_each_epoch
from torch.optim.lr_scheduler import CosineAnnealingLR


def main(net, loader, num_epochs=35):
    optimizer = torch.optim.NAdam(net.parameters(), lr=2e-3)
    schedule = CosineAnnealingLR(optimizer, T_max=num_epochs)

    def on_batch(i, batch):
        optimizer.zero_grad()
        net.loss(batch).backward()
        optimizer.step()

    def on_epoch(n):
        net.train()
        for_each_batch(loader, on_batch)
        schedule.step()

    for_each_epoch(num_epochs, on_epoch)
