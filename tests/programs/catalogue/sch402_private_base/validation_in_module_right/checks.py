import torch


def check_scheduler(thing):
    if not isinstance(thing, torch.optim.lr_scheduler.LRScheduler):
        raise TypeError(f"not a scheduler: {thing!r}")
    return thing
