from functools import partial

from torch.optim.lr_scheduler import CosineAnnealingLR, StepLR

SCHED = {
    "step": partial(StepLR, step_size=10),
    "cos": partial(CosineAnnealingLR, T_max=30, min_lr=1e-6),
}
