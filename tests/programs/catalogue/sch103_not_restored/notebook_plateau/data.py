import torch
from torch.utils.data import DataLoader, TensorDataset

train_dl = DataLoader(TensorDataset(torch.randn(64, 8), torch.randn(64, 1)), 16, shuffle=True)
test_dl = DataLoader(TensorDataset(torch.randn(32, 8), torch.randn(32, 1)), 16)
