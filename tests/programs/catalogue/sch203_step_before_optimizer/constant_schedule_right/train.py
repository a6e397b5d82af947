"""A constant schedule has one value only: nothing is skipped and nothing comes early."""
import torch
from diffusers.optimization import get_scheduler


def train(model, loader, warmup, total):
    optimizer = torch.optim.AdamW(model.parameters(), lr=1e-4)
    lr_scheduler = get_scheduler("constant", optimizer=optimizer, num_warmup_steps=warmup, num_training_steps=total)
    for x in loader:
        optimizer.zero_grad()
        model(x).sum().backward()
        lr_scheduler.step()
        optimizer.step()
