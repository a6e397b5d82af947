import torch
from torch.utils.data import DataLoader, TensorDataset


class Detector(torch.nn.Sequential):
    def __init__(self):
        super().__init__(torch.nn.Flatten(), torch.nn.Linear(48, 4))


def load_data():
    data = TensorDataset(torch.randn(64, 3, 4, 4), torch.rand(64, 4))
    return DataLoader(data, batch_size=8, shuffle=True), DataLoader(data, batch_size=16)
