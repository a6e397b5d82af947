import torch
from torch.utils.data import DataLoader, TensorDataset

net = torch.nn.Linear(2, 1)
dl = DataLoader(TensorDataset(torch.randn(8, 2), torch.randn(8, 1)), batch_size=2)
