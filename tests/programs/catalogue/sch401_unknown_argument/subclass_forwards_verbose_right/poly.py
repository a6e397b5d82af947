from torch.optim.lr_scheduler import LRScheduler


class PolyLRScheduler(LRScheduler):
    def __init__(self, optimizer, initial_lr, max_steps, exponent=0.9, last_epoch=-1, verbose=False):
        self.initial_lr = initial_lr
        self.max_steps = max_steps
        self.exponent = exponent
        self.verbose = verbose
        super().__init__(optimizer, last_epoch)

    def get_lr(self):
        factor = (1 - min(self.last_epoch, self.max_steps) / self.max_steps) ** self.exponent
        return [self.initial_lr * factor for _ in self.optimizer.param_groups]
