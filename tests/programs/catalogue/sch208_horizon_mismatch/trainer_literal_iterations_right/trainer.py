"""The base class's total_steps is overridden by the subclass that makes 8000 updates."""
from base import BaseTrainer


class Trainer(BaseTrainer):
    max_iter = 8000
    total_steps = max_iter

    def run(self, stream):
        for _ in range(self.max_iter):
            self.update(next(stream))


def main(net, stream):
    Trainer(net).run(stream)
