import torch
from torch.utils.data import DataLoader, TensorDataset

net = torch.nn.Linear(9, 3)
dl = DataLoader(TensorDataset(torch.randn(27, 9), torch.randint(3, (27,))), batch_size=9)
