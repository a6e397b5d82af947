"""steps_per_epoch comes from a loader of known length 20, the loop runs over the one of 90."""
import argparse

import torch
from torch.utils.data import DataLoader, TensorDataset


def main(net):
    parser = argparse.ArgumentParser()
    parser.add_argument("--lr", type=float, default=0.01)
    args = parser.parse_args()
    train_set = TensorDataset(torch.randn(900, 4), torch.randn(900, 1))
    val_set = TensorDataset(torch.randn(200, 4), torch.randn(200, 1))
    train_dl = DataLoader(train_set, batch_size=10, shuffle=True)
    val_dl = DataLoader(val_set, batch_size=10)
    opt = torch.optim.Adam(net.parameters(), lr=args.lr)
    cycle = torch.optim.lr_scheduler.OneCycleLR(opt, args.lr, epochs=12, steps_per_epoch=len(val_dl))  # expect: SCH208
    for _ in range(12):
        for x, y in train_dl:
            opt.zero_grad()
            torch.nn.functional.mse_loss(net(x), y).backward()
            opt.step()
            cycle.step()
    with torch.no_grad():
        return sum(torch.nn.functional.mse_loss(net(x), y) for x, y in val_dl)
