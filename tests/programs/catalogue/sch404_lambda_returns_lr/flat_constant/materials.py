import torch
from torch.utils.data import DataLoader, TensorDataset

net = torch.nn.Linear(6, 1)
dl = DataLoader(TensorDataset(torch.randn(24, 6), torch.randn(24, 1)), batch_size=6)
