import torch
from torch.utils.data import DataLoader, TensorDataset


def loaders():
    data = TensorDataset(torch.rand(64, 8), torch.randint(2, (64,)))
    return DataLoader(data, batch_size=8, shuffle=True), DataLoader(data, batch_size=8)
