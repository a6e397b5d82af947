import torch
from torch.utils.data import DataLoader, TensorDataset

loader = DataLoader(TensorDataset(torch.randn(32, 6), torch.randint(3, (32,))), batch_size=4)
