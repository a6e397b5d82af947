import torch
import torch.optim.lr_scheduler as lr_scheduler


def make_optimizer(params, lr):
    return torch.optim.AdamW(params, lr=lr, betas=(0.9, 0.95))


def make_scheduler(optimizer, max_epochs):
    return lr_scheduler.CosineAnnealingLR(optimizer, T_max=max_epochs)
