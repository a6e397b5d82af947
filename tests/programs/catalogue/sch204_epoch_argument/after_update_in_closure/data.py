import torch
from torch.utils.data import DataLoader, TensorDataset

train_dl = DataLoader(TensorDataset(torch.randn(30, 3), torch.randn(30, 1)), batch_size=5)
