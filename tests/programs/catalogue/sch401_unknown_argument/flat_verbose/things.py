import torch
from torch.utils.data import DataLoader, TensorDataset

net = torch.nn.Linear(11, 2)
dl = DataLoader(TensorDataset(torch.randn(22, 11), torch.randint(2, (22,))), batch_size=2)
