"""A second phase begins with a schedule of its own; the first phase's was restored."""

import torch


class Trainer:
    def __init__(self, model, loader, epochs, path):
        self.model, self.loader, self.epochs = model, loader, epochs
        self.start = 0
        if path:
            self.resume(path)
        else:
            self.optimizer = torch.optim.SGD(model.parameters(), lr=0.1)
            self.scheduler = self.schedule(epochs)

    def schedule(self, epochs):
        return torch.optim.lr_scheduler.OneCycleLR(self.optimizer, max_lr=0.1, epochs=epochs, steps_per_epoch=len(self.loader))

    def resume(self, path):
        state = torch.load(path)
        self.start = state["epoch"] + 1
        self.optimizer = torch.optim.SGD(self.model.parameters(), lr=0.1)
        self.scheduler = self.schedule(self.epochs)
        self.optimizer.load_state_dict(state["optimizer"])
        self.scheduler.load_state_dict(state["scheduler"])

    def epoch(self):
        for batch in self.loader:
            self.optimizer.zero_grad()
            self.model(batch).mean().backward()
            self.optimizer.step()
            self.scheduler.step()

    def train(self):
        for number in range(self.start, self.epochs):
            self.epoch()
            state = {"epoch": number, "optimizer": self.optimizer.state_dict(), "scheduler": self.scheduler.state_dict()}
            torch.save(state, "last.pt")

    def quantize(self, epochs):
        self.scheduler = self.schedule(epochs)
        for number in range(epochs):
            self.epoch()


def main(path, loader):
    trainer = Trainer(torch.nn.Linear(2, 2), loader, 90, path)
    trainer.train()
    trainer.quantize(10)
