from torch.optim.lr_scheduler import StepLR


def step_schedule(optimizer, **options):
    return StepLR(optimizer, **options)


def resumed(optimizer, options):
    return StepLR(optimizer, **options)
