"""The subclass's on_epoch_begin() steps the scheduler before the base class trains."""
from base import BaseTrainer


class ReidTrainer(BaseTrainer):
    def on_epoch_begin(self, epoch):
        self.scheduler.step()  # expect: SCH203
        print("epoch", epoch, self.scheduler.get_last_lr())


def main(net, loader):
    ReidTrainer(net, loader, 60).fit()
