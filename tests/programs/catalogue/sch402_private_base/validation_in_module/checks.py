import torch


def check_scheduler(thing):
    if not isinstance(thing, torch.optim.lr_scheduler._LRScheduler):  # expect: SCH402
        raise TypeError(f"not a scheduler: {thing!r}")
    return thing
