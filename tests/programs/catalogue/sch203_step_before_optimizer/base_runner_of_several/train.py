import sys

import torch
from torch.utils.data import DataLoader, TensorDataset

import runners

if __name__ == "__main__":
    data = TensorDataset(torch.rand(32, 4), torch.rand(32, 1))
    loaders = {mode: DataLoader(data, batch_size=8) for mode in ("train", "valid")}
    kind = getattr(runners, sys.argv[1] + "Runner")
    kind({"lr": 1e-3, "lr_step": 5, "epochs": 20}, loaders).run()
