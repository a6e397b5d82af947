import torch
from torch.utils.data import DataLoader, TensorDataset

net = torch.nn.Linear(6, 2)
train_dl = DataLoader(TensorDataset(torch.randn(36, 6), torch.randint(2, (36,))), batch_size=6)
val_dl = DataLoader(TensorDataset(torch.randn(12, 6), torch.randint(2, (12,))), batch_size=6)
