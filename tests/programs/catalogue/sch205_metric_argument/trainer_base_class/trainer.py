"""The base class steps without arguments; the subclass chose ReduceLROnPlateau."""
from base import BaseTrainer
from torch.optim.lr_scheduler import ReduceLROnPlateau


class Trainer(BaseTrainer):
    def make_scheduler(self):
        return ReduceLROnPlateau(self.optimizer, factor=0.5)


def main(model, loader):
    Trainer(model).train(loader, 40)
