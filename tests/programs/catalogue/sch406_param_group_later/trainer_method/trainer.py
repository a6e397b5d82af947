"""Gradual unfreezing in a Trainer: each stage adds a group under StepLR."""
from base import BaseTrainer


class Trainer(BaseTrainer):
    def run(self, loader, epochs):
        for epoch in range(epochs):
            if epoch % 3 == 0 and epoch:
                self.unfreeze(self.net.blocks[-epoch // 3])
            self.epoch(loader)


def main(net, loader):
    Trainer(net, 1e-3).run(loader, 12)
