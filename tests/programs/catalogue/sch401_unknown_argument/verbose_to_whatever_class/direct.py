"""The same in one function."""
import torch


def build(name, optimizer):
    if name == "ReduceLROnPlateau":
        return getattr(torch.optim.lr_scheduler, name)(optimizer, mode="min", verbose=True)  # expect: SCH401
    return None
