from torch.optim.lr_scheduler import LRScheduler


class WarmPoly(LRScheduler):
    def __init__(self, optimizer, total, warm=5, last_epoch=-1, verbose=False):
        self.total, self.warm = total, warm
        super().__init__(optimizer, last_epoch, verbose)  # expect: SCH401

    def get_lr(self):
        e = self.last_epoch
        f = (e + 1) / self.warm if e < self.warm else (1 - e / self.total) ** 0.9
        return [b * f for b in self.base_lrs]
