"""A tuple of the private base and ReduceLROnPlateau in the base class."""
from base import BaseTrainer
from torch.optim.lr_scheduler import MultiStepLR


class Trainer(BaseTrainer):
    pass


def main(net, loader):
    Trainer(net, lambda optimizer: MultiStepLR(optimizer, [10, 20])).fit(loader, 30)
