import argparse

import torch
from torch.utils.data import DataLoader, TensorDataset

parser = argparse.ArgumentParser()
parser.add_argument("--plateau", action="store_true")
args = parser.parse_args()
net = torch.nn.Linear(4, 4)
loader = DataLoader(TensorDataset(torch.randn(16, 4), torch.randint(4, (16,))), batch_size=4)
