"""A tuple that holds the public base as well."""
from base import BaseTrainer
from torch.optim.lr_scheduler import MultiStepLR


class Trainer(BaseTrainer):
    pass


def main(net, loader):
    Trainer(net, lambda optimizer: MultiStepLR(optimizer, [10, 20])).fit(loader, 30)
