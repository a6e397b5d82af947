"""TYPE_CHECKING import and circular modules; moved per epoch: silent."""
from __future__ import annotations

from model import Model


class Trainer:
    def __init__(self, max_epochs: int = 10) -> None:
        self.max_epochs = max_epochs

    def fit(self, model: Model, loader) -> None:
        opt, lrs = model.configure(self)
        for _ in range(self.max_epochs):
            for x in loader:
                opt.zero_grad()
                model(x).sum().backward()
                opt.step()
            lrs.step()


def main(loader):
    Trainer(max_epochs=12).fit(Model(), loader)
