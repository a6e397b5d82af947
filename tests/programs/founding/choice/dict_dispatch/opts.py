import torch.optim.lr_scheduler as L

BY_NAME = {
    "linear": (L.LinearLR, {"start_factor": 0.1, "total_iters": 10}),
    "const": (L.ConstantLR, {"factor": 0.5, "total_iters": 10}),
    "restarts": (L.CosineAnnealingWarmRestarts, {"T_0": 10}),
}


def create(name, optimizer):
    cls, kw = BY_NAME[name]
    return cls(optimizer, **kw)  # expect: SCH104
