import torch.optim.lr_scheduler as lr_scheduler
from registry import SCHEDULERS


@SCHEDULERS.register("step")
def step_policy(optimizer, max_epoch):
    return lr_scheduler.StepLR(optimizer, step_size=max_epoch // 4, gamma=0.3)


@SCHEDULERS.register("cosine")
def cosine_policy(optimizer, max_epoch):
    return lr_scheduler.CosineAnnealingLR(optimizer, T_max=max_epoch)
