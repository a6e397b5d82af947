"""`getattr(self, name).load_state_dict(...)`, optimizer before scheduler: silent."""
import torch


class Engine:
    stateful = ["net", "optim", "sched"]

    def __init__(self, net, epochs):
        self.net = net
        self.optim = torch.optim.SGD(net.parameters(), lr=0.1)
        self.sched = torch.optim.lr_scheduler.CosineAnnealingLR(self.optim, epochs)
        self.epochs, self.epoch = epochs, 0

    def restore(self, path):
        data = torch.load(path)
        for name in self.stateful:
            getattr(self, name).load_state_dict(data[name])
        self.epoch = data["epoch"]

    def run(self, loader):
        for self.epoch in range(self.epoch, self.epochs):
            for x in loader:
                self.optim.zero_grad()
                self.net(x).sum().backward()
                self.optim.step()
            self.sched.step()


def main(net, loader, path):
    engine = Engine(net, 70)
    engine.restore(path)
    engine.run(loader)
