"""**kwargs travel through a facade and switch on the step per batch."""
import torch
from api import train

OPTIONS = {"epochs": 50, "per_batch": True}


def main(loader):
    train(torch.nn.Linear(9, 1), loader, lr=1e-2, **OPTIONS)
