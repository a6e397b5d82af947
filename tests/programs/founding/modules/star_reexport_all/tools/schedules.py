from torch.optim.lr_scheduler import *

__all__ = ["warm_then_step"]


def warm_then_step(optimizer, warm, every):
    parts = [LinearLR(optimizer, 0.1, total_iters=warm), StepLR(optimizer, every)]
    return SequentialLR(optimizer, parts, milestones=[warm])
