"""The base class's total_steps=5000, the subclass's loop makes 8000 updates."""
from base import BaseTrainer


class Trainer(BaseTrainer):
    max_iter = 8000

    def run(self, stream):
        for _ in range(self.max_iter):
            self.update(next(stream))


def main(net, stream):
    Trainer(net).run(stream)
