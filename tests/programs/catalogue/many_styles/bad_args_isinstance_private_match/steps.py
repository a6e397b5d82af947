from torch.optim.lr_scheduler import ReduceLROnPlateau, _LRScheduler


def advance(s, metric):
    if isinstance(s, ReduceLROnPlateau):
        s.step(metric)
    elif isinstance(s, _LRScheduler):  # expect: SCH402
        s.step()
