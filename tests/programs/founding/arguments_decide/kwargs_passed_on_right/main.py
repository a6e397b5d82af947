"""**kwargs travel through a facade and leave the step per epoch: silent."""
import torch
from api import train

OPTIONS = {"epochs": 50, "per_batch": False}


def main(loader):
    train(torch.nn.Linear(9, 1), loader, lr=1e-2, **OPTIONS)
