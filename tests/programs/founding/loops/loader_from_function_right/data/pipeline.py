import torch
from torch.utils.data import DataLoader, random_split


def get_data(dataset, bs):
    n = int(0.9 * len(dataset))
    train, val = random_split(dataset, [n, len(dataset) - n])
    return {"train": DataLoader(train, bs, shuffle=True), "val": DataLoader(val, bs)}
