"""The epoch method calls self._after_epoch(), which steps the schedule: silent."""
import torch
from torch.optim.lr_scheduler import StepLR


class Learner:
    """Small learner; `n_epochs` passes over `dl`."""

    def __init__(self, net, dl, n_epochs=90):
        self.net, self.dl, self.n_epochs = net, dl, n_epochs
        self.optim = torch.optim.SGD(net.parameters(), 0.1, 0.9)
        self.sched = StepLR(self.optim, self.n_epochs // 3)

    def fit(self):
        for self.epoch in range(self.n_epochs):
            self.one_epoch()

    def one_epoch(self):
        for self.batch in self.dl:
            self.one_batch()
        self._after_epoch()

    def one_batch(self):
        self.optim.zero_grad()
        self.net(self.batch[0]).sum().backward()
        self.optim.step()

    def _after_epoch(self):
        self.sched.step()
