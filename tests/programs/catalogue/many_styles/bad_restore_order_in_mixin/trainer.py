import torch
from mixins import Resumable


class Trainer(Resumable):
    def __init__(self, model):
        self.model = model
        self.optimizer = torch.optim.SGD(model.parameters(), lr=0.1)
        self.scheduler = torch.optim.lr_scheduler.StepLR(self.optimizer, 30)

    def fit(self, loader, resume=None, epochs=90):
        start = self.resume(resume) if resume else 0
        for epoch in range(start, epochs):
            for x in loader:
                self.optimizer.zero_grad()
                self.model(x).mean().backward()
                self.optimizer.step()
            self.scheduler.step()
            torch.save({"model": self.model.state_dict(), "optimizer": self.optimizer.state_dict(), "scheduler": self.scheduler.state_dict(), "epoch": epoch}, "t.pt")


def main(model, loader):
    Trainer(model).fit(loader, "t.pt")
