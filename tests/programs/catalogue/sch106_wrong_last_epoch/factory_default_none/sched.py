from torch.optim import lr_scheduler
def build(opt, cfg, last=None):
    return lr_scheduler.CosineAnnealingLR(opt, T_max=cfg.epochs, last_epoch=-1 if last is None else last)  # expect: SCH106
