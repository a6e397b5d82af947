"""Trainer and base class in two modules: neither half of the checkpoint knows the polynomial decay."""
import os

import torch
from base import Base


class SegTrainer(Base):
    def __init__(self, net, loader, epochs):
        super().__init__(net)
        self.loader, self.epochs = loader, epochs
        self.optim = torch.optim.SGD(net.parameters(), lr=0.01)
        self.poly = torch.optim.lr_scheduler.PolynomialLR(self.optim, total_iters=epochs, power=0.9)

    def fit(self):
        if os.path.exists("seg.pt"):
            self.load_checkpoint("seg.pt")
        while self.epoch < self.epochs:
            for image, mask in self.loader:
                self.optim.zero_grad()
                torch.nn.functional.cross_entropy(self.net(image), mask).backward()
                self.optim.step()
            self.poly.step()
            self.save_checkpoint("seg.pt")
            self.epoch += 1


def main(net, loader):
    SegTrainer(net, loader, epochs=80).fit()
