"""`while step < max_iters` with next(iterator) and T_max=max_iters: silent."""
import torch
from torch.optim.lr_scheduler import CosineAnnealingLR
from torch.utils.data import DataLoader


def train(model, dataset, max_epochs=24, batch_size=16):
    loader = DataLoader(dataset, batch_size=batch_size, shuffle=True, drop_last=True)
    max_iters = max_epochs * len(loader)
    optimizer = torch.optim.Adam(model.parameters(), lr=2e-4)
    sched = CosineAnnealingLR(optimizer, T_max=max_iters)
    it = iter(loader)
    step = 0
    while step < max_iters:
        try:
            batch = next(it)
        except StopIteration:
            it = iter(loader)
            batch = next(it)
        optimizer.zero_grad()
        model(batch).mean().backward()
        optimizer.step()
        sched.step()
        step += 1
