import torch
from torch.utils.data import DataLoader, TensorDataset

train_dl = DataLoader(TensorDataset(torch.randn(15, 3), torch.randint(3, (15,))), batch_size=5)
