import pathlib

import torch
from mixins import Checkpointing


class App(Checkpointing):
    def __init__(self, model, lr):
        self.model = model
        self.optimizer = torch.optim.RAdam(model.parameters(), lr=lr)
        self.scheduler = torch.optim.lr_scheduler.ExponentialLR(self.optimizer, 0.97)

    def epoch(self, loader):
        for x in loader:
            self.optimizer.zero_grad()
            self.model(x).mean().backward()
            self.optimizer.step()
        self.scheduler.step()


def main(model, loader):
    app = App(model, 1e-3)
    file = pathlib.Path("app.pt")
    if file.is_file():
        app.restore(file)
    for _ in range(40):
        app.epoch(loader)
        app.dump(file)
