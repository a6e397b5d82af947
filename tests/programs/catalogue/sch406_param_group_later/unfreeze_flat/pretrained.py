import torch
from torch.utils.data import DataLoader, TensorDataset

backbone, head = torch.nn.Linear(10, 8), torch.nn.Linear(8, 2)
loader = DataLoader(TensorDataset(torch.randn(20, 10), torch.randint(2, (20,))), batch_size=5)
