"""LR range test (ExponentialLR per batch over num_iter) restores the optimizer's old state afterwards, then trains."""
import copy

import torch
from torch.optim.lr_scheduler import ExponentialLR, OneCycleLR


def range_test(model, optimizer, loader, start=1e-7, end=1.0, num_iter=100):
    memo_m, memo_o = copy.deepcopy(model.state_dict()), copy.deepcopy(optimizer.state_dict())
    for g in optimizer.param_groups:
        g["lr"] = start
    ramp = ExponentialLR(optimizer, gamma=(end / start) ** (1 / num_iter))
    losses, it = [], iter(loader)
    for _ in range(num_iter):
        x, y = next(it)
        optimizer.zero_grad()
        loss = torch.nn.functional.cross_entropy(model(x), y)
        loss.backward()
        optimizer.step()
        ramp.step()
        losses.append(loss.item())
    model.load_state_dict(memo_m)
    optimizer.load_state_dict(memo_o)
    return losses


def main(model, loader, epochs=20):
    probe = torch.optim.SGD(model.parameters(), lr=0.01)
    print(range_test(model, probe, loader))
    optimizer = torch.optim.SGD(model.parameters(), lr=0.01)
    cyc = OneCycleLR(optimizer, 0.1, total_steps=epochs * len(loader))
    for _ in range(epochs):
        for x, y in loader:
            optimizer.zero_grad()
            torch.nn.functional.cross_entropy(model(x), y).backward()
            optimizer.step()
            cyc.step()
