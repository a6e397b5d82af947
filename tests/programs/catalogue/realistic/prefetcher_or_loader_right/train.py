import sys

import torch
from torch import nn
from torch.optim.lr_scheduler import StepLR
from torch.utils.data import DataLoader, TensorDataset
from tqdm import tqdm


class Prefetcher:
    """Fetches ahead; says its end with None."""

    def __init__(self, loader):
        self.loader = loader

    def __iter__(self):
        self.batches = iter(self.loader)
        batch = next(self.batches, None)
        while batch is not None:
            ahead = next(self.batches, None)
            yield batch
            batch = ahead


if __name__ == "__main__":
    loader = DataLoader(TensorDataset(torch.rand(64, 4), torch.rand(64, 1)), batch_size=8)
    model = nn.Linear(4, 1)
    optimizer = torch.optim.SGD(model.parameters(), lr=0.1)
    scheduler = StepLR(optimizer, step_size=3)
    for epoch in range(9):
        batches = Prefetcher(loader) if "--ahead" in sys.argv else loader
        if "--bar" in sys.argv:
            batches = tqdm(batches)
        for x, y in batches:
            optimizer.zero_grad()
            nn.functional.mse_loss(model(x), y).backward()
            optimizer.step()
        scheduler.step()
