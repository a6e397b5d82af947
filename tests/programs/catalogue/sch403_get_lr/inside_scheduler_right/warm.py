from torch.optim.lr_scheduler import LRScheduler, StepLR


class WarmStepLR(StepLR):
    def __init__(self, optimizer, step_size, warm, last_epoch=-1):
        self.warm = warm
        super().__init__(optimizer, step_size, last_epoch=last_epoch)

    def get_lr(self):
        if self.last_epoch < self.warm:
            return [base * (self.last_epoch + 1) / self.warm for base in self.base_lrs]
        return super().get_lr()


class GradualWarmup(LRScheduler):
    def __init__(self, optimizer, total, after):
        self.total, self.after = total, after
        super().__init__(optimizer)

    def get_lr(self):
        if self.last_epoch >= self.total:
            return self.after.get_lr()
        return [base * self.last_epoch / self.total for base in self.base_lrs]
