from torch.optim.lr_scheduler import CosineAnnealingLR


def build(opt, horizon):
    return CosineAnnealingLR(opt, T_max=horizon)
