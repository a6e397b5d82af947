"""A namedtuple holds the parts; the warm-up advances per batch: silent."""
from collections import namedtuple

import torch
from torch.optim.lr_scheduler import LambdaLR

Parts = namedtuple("Parts", ["optim", "policy"])


def parts_for(model, loader, epochs, warmup_steps=2000):
    total_steps = len(loader) * epochs

    def factor(step):
        if step < warmup_steps:
            return step / max(1, warmup_steps)
        return max(0.0, (total_steps - step) / max(1, total_steps - warmup_steps))

    optim = torch.optim.AdamW(model.parameters(), lr=5e-5)
    return Parts(optim, LambdaLR(optim, factor))


def train(model, loader, epochs):
    p = parts_for(model, loader, epochs)
    for _ in range(epochs):
        for batch in loader:
            loss = model(batch)
            loss.backward()
            p.optim.step()
            p.optim.zero_grad()
            p.policy.step()
