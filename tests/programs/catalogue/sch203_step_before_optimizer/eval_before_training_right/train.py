"""Evaluation before training, a guard at the top of the epoch, a plateau after validation."""
import torch


class Runner:
    def __init__(self, model, loaders, epochs):
        self.model, self.loaders, self.epochs = model, loaders, epochs
        self.opt = torch.optim.SGD(model.parameters(), lr=0.1)
        self.sched = torch.optim.lr_scheduler.ReduceLROnPlateau(self.opt)
        self.step = torch.optim.lr_scheduler.StepLR(self.opt, 10)

    def evaluate(self):
        with torch.no_grad():
            return sum(self.model(b).mean() for b in self.loaders["val"])

    def fit(self):
        best = self.evaluate()
        for epoch in range(self.epochs):
            if epoch > 0:
                self.step.step()
            for batch in self.loaders["train"]:
                self.opt.zero_grad()
                self.model(batch).mean().backward()
                self.opt.step()
            self.sched.step(self.evaluate())


def main(model, loaders):
    Runner(model, loaders, 30).fit()
