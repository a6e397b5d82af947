from torch.optim import lr_scheduler as lrs


def make(optimizer, name: str, epochs: int, steps: int):
    """Returns the scheduler and how often it wants to be stepped."""
    match name:
        case "step":
            return lrs.StepLR(optimizer, epochs // 3), "epoch"
        case "cosine":
            return lrs.CosineAnnealingLR(optimizer, epochs), "epoch"
        case "onecycle":
            return lrs.OneCycleLR(optimizer, 0.1, total_steps=epochs * steps), "batch"
        case "plateau":
            return lrs.ReduceLROnPlateau(optimizer, patience=4), "metric"
        case _:
            raise ValueError(name)
