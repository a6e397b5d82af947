"""Epochs over data files: epoch loop > file loop > batch loop; stepped after all files."""
import glob

import numpy as np
import torch


def chunk_loader(f, bs):
    return torch.utils.data.DataLoader(torch.from_numpy(np.load(f)), batch_size=bs)


def main(net, epochs=16):
    opt = torch.optim.Adagrad(net.parameters(), lr=0.05)
    policy = torch.optim.lr_scheduler.CosineAnnealingLR(opt, epochs)
    for epoch in range(epochs):
        for f in sorted(glob.glob("shards/*.npy")):
            for x in chunk_loader(f, 64):
                opt.zero_grad()
                net(x).mean().backward()
                opt.step()
        policy.step()
