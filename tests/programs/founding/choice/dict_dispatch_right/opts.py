import torch.optim.lr_scheduler as L

BY_NAME = {
    "linear": (L.LinearLR, {"start_factor": 0.1, "total_iters": 10}),
    "const": (L.ConstantLR, {"factor": 0.5, "total_iters": 10}),
    "multi": (L.MultiStepLR, {"milestones": [20, 40]}),
}


def create(name, optimizer):
    cls, kw = BY_NAME[name]
    return cls(optimizer, **kw)
