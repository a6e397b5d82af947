import os

import torch


def load(path):
    return torch.load(path) if path and os.path.exists(path) else None
