"""A Runner that advances its schedule on construction, before any state is loaded into the optimizer."""
import torch


class Runner:
    def __init__(self, net, start=0, epochs=50):
        self.net, self.start, self.epochs = net, start, epochs
        self.optimizer = torch.optim.SGD(net.parameters(), lr=0.1)
        self.scheduler = torch.optim.lr_scheduler.CosineAnnealingLR(self.optimizer, epochs)
        for _ in range(start):
            self.scheduler.step()

    def restore(self, blob):
        self.net.load_state_dict(blob["net"])
        self.optimizer.load_state_dict(blob["optimizer"])

    def fit(self, loader):
        for _ in range(self.start, self.epochs):
            for x in loader:
                self.optimizer.zero_grad()
                self.net(x).sum().backward()
                self.optimizer.step()
            self.scheduler.step()


def main(net, loader, path=None):
    if path is None:
        runner = Runner(net)
    else:
        blob = torch.load(path)
        runner = Runner(net, blob["epoch"] + 1)
        runner.restore(blob)
    runner.fit(loader)
