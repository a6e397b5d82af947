import torch
from torch.utils.data import DataLoader, TensorDataset


class Net(torch.nn.Linear):
    def __init__(self):
        super().__init__(12, 4)


loader = DataLoader(TensorDataset(torch.randn(40, 12), torch.randint(4, (40,))), batch_size=8)
