from torch.optim.lr_scheduler import CosineAnnealingLR, StepLR

__all__ = ["CosineAnnealingLR", "StepLR"]
