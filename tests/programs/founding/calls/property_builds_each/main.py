"""A property with a setter keeps the scheduler; a classmethod alternative constructor restores too early."""
import torch


class Session:
    def __init__(self, net):
        self.net = net
        self.optimizer = torch.optim.SGD(net.parameters(), lr=0.1)
        self._policy = None

    @property
    def policy(self):
        return self._policy

    @policy.setter
    def policy(self, value):
        self._policy = value

    @classmethod
    def from_checkpoint(cls, net, blob):
        self = cls(net)
        self.optimizer.load_state_dict(blob["optimizer"])
        self.policy = torch.optim.lr_scheduler.ConstantLR(self.optimizer, 0.25, 12)  # expect: SCH104
        self.policy.load_state_dict(blob["policy"])
        return self

    def train(self, loader, epochs):
        for _ in range(epochs):
            for x in loader:
                self.optimizer.zero_grad()
                self.net(x).sum().backward()
                self.optimizer.step()
            self.policy.step()


def main(net, loader, path):
    Session.from_checkpoint(net, torch.load(path)).train(loader, 24)
