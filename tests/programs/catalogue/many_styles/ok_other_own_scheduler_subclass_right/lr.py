from torch.optim.lr_scheduler import LRScheduler


class InverseSqrt(LRScheduler):
    def __init__(self, optimizer, warmup, last_epoch=-1):
        self.warmup = warmup
        super().__init__(optimizer, last_epoch)

    def get_lr(self):
        s = max(1, self.last_epoch + 1)
        return [b * min(s / self.warmup, (self.warmup / s) ** 0.5) for b in self.base_lrs]
