import torch
from torch.utils.data import DataLoader, TensorDataset

net = torch.nn.Linear(5, 2)
dl = DataLoader(TensorDataset(torch.randn(20, 5), torch.randint(2, (20,))), 4)
