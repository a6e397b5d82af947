import torch
from torch.utils.data import DataLoader, TensorDataset

train_dl = DataLoader(TensorDataset(torch.randn(64, 16), torch.randint(4, (64,))), batch_size=16)
