import torch
from torch.utils.data import DataLoader, TensorDataset

train_dl = DataLoader(TensorDataset(torch.randn(40, 20), torch.randint(2, (40,))), batch_size=10)
valid_dl = DataLoader(TensorDataset(torch.randn(20, 20), torch.randint(2, (20,))), batch_size=10)
