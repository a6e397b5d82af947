from torch.optim.lr_scheduler import LRScheduler


class WarmupLR(LRScheduler):
    def __init__(self, optimizer, warmup, last_epoch=-1):
        self.warmup = warmup
        super().__init__(optimizer, last_epoch)

    def get_lr(self):
        return [base * self.ratio() for base in self.base_lrs]

    def ratio(self):
        if self.last_epoch < self.warmup:
            return (self.last_epoch + 1) / self.warmup
        return self.main_ratio()

    def main_ratio(self):
        raise NotImplementedError


class WarmupPolyLR(WarmupLR):
    def __init__(self, optimizer, warmup, total, power=0.9):
        self.total = total
        self.power = power
        super().__init__(optimizer, warmup)

    def main_ratio(self):
        return (1 - (self.last_epoch - self.warmup) / (self.total - self.warmup)) ** self.power
