from base import BaseTrainer
class Trainer(BaseTrainer):
    def __init__(self, model, optimizer, loader, lr_scheduler, cfg):
        super().__init__(model, optimizer, cfg)
        self.loader = loader
        self.lr_scheduler = lr_scheduler
    def _train_epoch(self, epoch):
        for x, y in self.loader:
            self.optimizer.zero_grad()
            self.model(x, y).backward()
            self.optimizer.step()
        if self.lr_scheduler is not None:
            self.lr_scheduler.step()
