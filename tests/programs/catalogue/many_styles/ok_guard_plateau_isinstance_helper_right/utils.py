from torch.optim.lr_scheduler import ReduceLROnPlateau


def step_scheduler(scheduler, metric=None):
    if scheduler is None:
        return
    if isinstance(scheduler, ReduceLROnPlateau):
        scheduler.step(metric)
    else:
        scheduler.step()
