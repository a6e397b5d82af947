from torch.optim.lr_scheduler import LRScheduler


class GradualWarmup(LRScheduler):
    def __init__(self, optimizer, total_epoch, after):
        self.total_epoch, self.after, self.finished = total_epoch, after, False
        super().__init__(optimizer)

    def get_lr(self):
        if self.last_epoch > self.total_epoch:
            return self.after.get_last_lr()
        return [b * self.last_epoch / self.total_epoch for b in self.base_lrs]

    def step(self, epoch=None):
        if self.last_epoch > self.total_epoch:
            self.after.step()
            self._last_lr = self.after.get_last_lr()
        else:
            super().step(epoch)
