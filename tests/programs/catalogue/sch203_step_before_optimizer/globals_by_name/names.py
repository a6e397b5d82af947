import torch

for name in open("names.txt").read().split():
    globals()[name] = torch.optim.SGD
