from .build import make_lr_scheduler, make_optimizer
