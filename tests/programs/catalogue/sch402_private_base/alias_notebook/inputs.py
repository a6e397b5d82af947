import torch
from torch.utils.data import DataLoader, TensorDataset

dl = DataLoader(TensorDataset(torch.randn(8, 2), torch.randn(8, 2)), batch_size=2)
