"""The base class keeps it as an attribute, the subclass's loop forgets it."""
from base import BaseTrainer


class Trainer(BaseTrainer):
    def run(self, epochs):
        for epoch in range(epochs):
            self.one_epoch()
            print(epoch, self.optimizer.param_groups[0]["lr"])


def main(net, loader):
    Trainer(net, loader).run(100)
