"""self.optimizer is restored for evaluation, then freeze() makes a new optimizer and a new warm-up on it: silent."""
import torch
from torch.optim.lr_scheduler import LinearLR, StepLR


class Task:
    def __init__(self, net):
        self.net = net
        self.optimizer = torch.optim.SGD(net.parameters(), lr=0.1)
        self.sched = StepLR(self.optimizer, 10)

    def load(self, blob):
        self.net.load_state_dict(blob["net"])
        self.optimizer.load_state_dict(blob["optimizer"])
        self.sched.load_state_dict(blob["sched"])

    def freeze(self):
        for p in self.net.backbone.parameters():
            p.requires_grad_(False)
        self.optimizer = torch.optim.Adam(self.net.head.parameters(), lr=1e-4)
        self.sched = LinearLR(self.optimizer, 0.1, total_iters=3)

    def train(self, loader, n):
        for _ in range(n):
            for x in loader:
                self.optimizer.zero_grad()
                self.net(x).sum().backward()
                self.optimizer.step()
            self.sched.step()


def main(net, loader, path):
    t = Task(net)
    t.load(torch.load(path))
    t.train(loader, 20)
    t.freeze()
    t.train(loader, 5)
