from torch.optim.lr_scheduler import _LRScheduler


class Poly(_LRScheduler):
    def __init__(self, optimizer, total, power, last_epoch=-1):
        self.total, self.power = total, power
        super().__init__(optimizer, last_epoch)

    def get_lr(self):
        if not self._get_lr_called_within_step:
            print("call `get_last_lr()` to learn what is in force")
        factor = max(1 - self.last_epoch / self.total, 0.0) ** self.power
        return [group["initial_lr"] * factor for group in self.optimizer.param_groups]
