import torch


class BaseTrainer:
    def __init__(self, net):
        self.net = net
        self.optimizer = torch.optim.SGD(net.parameters(), lr=0.1)
        self.scheduler = self.make_scheduler(self.optimizer)

    def make_scheduler(self, optimizer):
        raise NotImplementedError

    def fit(self, loader, epochs):
        for _ in range(epochs):
            for x in loader:
                self.optimizer.zero_grad()
                self.net(x).mean().backward()
                self.optimizer.step()
            self.scheduler.step()
