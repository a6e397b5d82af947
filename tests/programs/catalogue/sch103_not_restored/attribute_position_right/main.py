"""scheduler.last_epoch is written in the resume method of the engine."""
import torch


class Engine:
    def __init__(self, net, lr, horizon):
        self.net = net
        self.optimizer = torch.optim.SGD(net.parameters(), lr=lr)
        self.scheduler = torch.optim.lr_scheduler.StepLR(self.optimizer, 30)
        self.horizon = horizon
        self.epoch = 0

    def resume(self, file):
        state = torch.load(file)
        self.net.load_state_dict(state["net"])
        self.optimizer.load_state_dict(state["optimizer"])
        self.epoch = state["completed"]
        self.scheduler.last_epoch = self.epoch

    def fit(self, loader):
        for self.epoch in range(self.epoch, self.horizon):
            for x in loader:
                self.optimizer.zero_grad()
                self.net(x).mean().backward()
                self.optimizer.step()
            self.scheduler.step()


def main(net, loader, file=None):
    engine = Engine(net, 0.1, 100)
    if file:
        engine.resume(file)
    engine.fit(loader)
