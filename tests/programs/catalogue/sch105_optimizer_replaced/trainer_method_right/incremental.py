"""Class-incremental training: reset_optimizer() replaces the optimizer under the scheduler."""
from base import Trainer


class Incremental(Trainer):
    def run(self, tasks):
        for _ in range(20):
            self.epoch(tasks[0])
        self.net.add_classes(10)
        self.reset_optimizer()
        for _ in range(20):
            self.epoch(tasks[1])


def main(net, tasks):
    Incremental(net, 0.1).run(tasks)
