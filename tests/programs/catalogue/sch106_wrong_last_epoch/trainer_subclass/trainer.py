"""Trainer with base class: the hook passes self.done, the number of completed epochs."""
from base import BaseTrainer
from torch.optim import lr_scheduler


class Trainer(BaseTrainer):
    def make_scheduler(self):
        if self.done:
            return lr_scheduler.PolynomialLR(self.optimizer, self.cfg["epochs"], last_epoch=self.done)  # expect: SCH106
        return lr_scheduler.PolynomialLR(self.optimizer, self.cfg["epochs"])


def main(cfg, net, loader):
    Trainer(cfg, net).run(loader)
