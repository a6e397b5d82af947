"""The subclass's on_epoch_begin() leaves out the first epoch."""
from base import BaseTrainer


class ReidTrainer(BaseTrainer):
    def on_epoch_begin(self, epoch):
        if epoch != 0:
            self.scheduler.step()
        print("epoch", epoch, self.scheduler.get_last_lr())


def main(net, loader):
    ReidTrainer(net, loader, 60).fit()
