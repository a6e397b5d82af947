"""gamma=0.5 in a subclass's hook; the zero is a focal loss's."""
import torch
from base import BaseTrainer


class Trainer(BaseTrainer):
    def make_scheduler(self, optimizer):
        self.loss = FocalLoss(gamma=0)
        return torch.optim.lr_scheduler.StepLR(optimizer, step_size=20, gamma=0.5)


class FocalLoss(torch.nn.Module):
    def __init__(self, gamma):
        super().__init__()
        self.gamma = gamma


def main(net, loader):
    Trainer(net).fit(loader, 60)
