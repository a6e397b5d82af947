from torch.optim import lr_scheduler
def make(optimizer, cfg):
    return lr_scheduler.CosineAnnealingLR(optimizer, T_max=cfg["epochs"])  # expect: SCH207
