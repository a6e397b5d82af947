import torch.optim.lr_scheduler as lrs


def cosine_by_epoch(optimizer, epochs):
    return lrs.CosineAnnealingLR(optimizer, epochs)
