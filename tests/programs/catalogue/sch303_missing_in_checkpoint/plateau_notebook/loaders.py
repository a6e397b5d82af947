import torch
from torch.utils.data import DataLoader, TensorDataset


def get_loaders():
    data = TensorDataset(torch.randn(50, 10), torch.randn(50, 1))
    return DataLoader(data, 10), DataLoader(data, 25)
