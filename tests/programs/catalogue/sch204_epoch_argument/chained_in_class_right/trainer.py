"""A Trainer with a base class steps a ChainedScheduler."""
import torch
from base import Base
from torch.optim.lr_scheduler import ChainedScheduler, ConstantLR, ExponentialLR


class Trainer(Base):
    def make_scheduler(self):
        return ChainedScheduler([ConstantLR(self.opt, 0.1, total_iters=3), ExponentialLR(self.opt, 0.95)])


def main(net, loader):
    Trainer(net).run(loader, 30)
