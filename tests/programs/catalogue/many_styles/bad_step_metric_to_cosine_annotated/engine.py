from torch.optim.lr_scheduler import LRScheduler


def end_of_epoch(scheduler: LRScheduler, val_loss: float) -> None:
    scheduler.step(val_loss)  # expect: SCH205
