import torch
from torch.utils.data import DataLoader, TensorDataset

classifier = torch.nn.EmbeddingBag(100, 4)
batches = DataLoader(TensorDataset(torch.randint(100, (64, 9)), torch.randint(4, (64,))), batch_size=8)
