import torch

train_dl = torch.utils.data.DataLoader(torch.randn(40, 6, 10), batch_size=4)
