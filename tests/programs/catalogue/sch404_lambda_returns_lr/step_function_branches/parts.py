import torch
from torch.utils.data import DataLoader, TensorDataset

train_dl = DataLoader(TensorDataset(torch.randn(60, 12), torch.randint(3, (60,))), batch_size=12)
