import torch

dl = torch.utils.data.DataLoader(torch.randn(35, 7), batch_size=7)
