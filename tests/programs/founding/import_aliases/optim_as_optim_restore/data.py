import torch
from torch.utils.data import DataLoader, TensorDataset


def make_loader():
    return DataLoader(TensorDataset(torch.randn(512, 20), torch.randint(2, (512,))), batch_size=32)
