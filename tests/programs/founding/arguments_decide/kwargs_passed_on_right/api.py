import torch

from inner import train_loop


def train(model, loader, *, lr=1e-3, **kwargs):
    optimizer = torch.optim.Adam(model.parameters(), lr=lr)
    return train_loop(model, loader, optimizer, **kwargs)
