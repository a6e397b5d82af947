from functools import partial

from torch.optim import SGD, AdamW, lr_scheduler

OPTIM = {"sgd": partial(SGD, lr=0.1, momentum=0.9), "adamw": partial(AdamW, lr=1e-3)}
SCHED = {
    "multistep": partial(lr_scheduler.MultiStepLR, milestones=[30, 60, 80]),
    "cosine": partial(lr_scheduler.CosineAnnealingLR, T_max=90),
}
