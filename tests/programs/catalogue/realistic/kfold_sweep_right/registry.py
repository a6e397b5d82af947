from torch.optim import lr_scheduler


def needs_metric(scheduler):
    return isinstance(scheduler, lr_scheduler.ReduceLROnPlateau)


SCHEDULERS = {
    "cosine": lambda optimizer, epochs: lr_scheduler.CosineAnnealingLR(optimizer, T_max=epochs),
    "step": lambda optimizer, epochs: lr_scheduler.StepLR(optimizer, step_size=epochs // 3),
    "plateau": lambda optimizer, epochs: lr_scheduler.ReduceLROnPlateau(optimizer, patience=2),
}
