"""The base class's update_lr() makes its scheduler once."""
from base import BaseTrainer


class Trainer(BaseTrainer):
    def run(self, loader, epochs=30):
        for _ in range(epochs):
            for x, y in loader:
                self.batch(x, y)
            self.update_lr()


def main(net, loader):
    Trainer(net).run(loader)
