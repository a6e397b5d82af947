import torch
from torch.optim import lr_scheduler


def build(optimizer, kind, **options):
    if kind == "step":
        return lr_scheduler.StepLR(optimizer, **options)
    elif kind == "exp":
        return lr_scheduler.ExponentialLR(optimizer, **options)
    raise RuntimeError(kind)


def check(kind):
    if kind == "step":
        options = {"step_size": 5, "gamma": 0.1}
    optimizer = torch.optim.Adam(torch.nn.Linear(2, 2).parameters())
    return build(optimizer, kind, **options)
