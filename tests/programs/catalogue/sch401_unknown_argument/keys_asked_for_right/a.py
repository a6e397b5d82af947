import torch
from torch.optim import lr_scheduler


def build(optimizer, kind, **options):
    if kind == "step":
        if "step_size" not in options.keys():
            raise RuntimeError("step_size is needed")
        return lr_scheduler.StepLR(optimizer, **options)
    elif kind == "exp":
        if "gamma" not in options.keys():
            raise RuntimeError("gamma is needed")
        return lr_scheduler.ExponentialLR(optimizer, **options)
    raise RuntimeError(kind)


def optimizer_of_a_model():
    return torch.optim.Adam(torch.nn.Linear(2, 2).parameters())


def check_invalid(kind):
    options = {}
    build(optimizer_of_a_model(), kind, **options)
