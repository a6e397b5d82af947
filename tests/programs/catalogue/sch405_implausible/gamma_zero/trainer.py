"""gamma=0 in a subclass's hook: the rate is zero from epoch 20 on."""
import torch
from base import BaseTrainer


class Trainer(BaseTrainer):
    def make_scheduler(self, optimizer):
        return torch.optim.lr_scheduler.StepLR(optimizer, step_size=20, gamma=0)  # expect: SCH405


def main(net, loader):
    Trainer(net).fit(loader, 60)
