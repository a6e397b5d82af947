from data import make_loader
from torch import nn

from state import load, save


class Neuron:
    def __init__(self):
        self.model = nn.Linear(2, 2)
        self.rate = 2.5e-4
        load(self)

    def run(self, loader):
        for x in loader:
            self.model(x).mean().backward()
            self.optimizer.step()
            self.scheduler.step()
        save(self)


if __name__ == "__main__":
    Neuron().run(make_loader())
