import os
import torch


def save_checkpoint(state, path):
    torch.save(state, path)


def save_checkpoint2(state, save):
    torch.save(state, os.path.join(save, "checkpoint.pth.tar"))


def load_checkpoint(path):
    return torch.load(path)
