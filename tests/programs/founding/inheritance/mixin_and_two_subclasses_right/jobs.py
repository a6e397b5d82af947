"""A mixin steps the schedule; both horizons are in epochs: silent."""
import torch
from mixins import SchedulerMixin


class Job(SchedulerMixin):
    def __init__(self, net, dl, epochs):
        self.net, self.dl, self.epochs = net, dl, epochs
        self.opt = torch.optim.Adam(net.parameters(), lr=1e-3)
        self.attach_schedule()

    def run(self):
        for _ in range(self.epochs):
            for b in self.dl:
                self.opt.zero_grad()
                self.net(b).mean().backward()
                self.opt.step()
            self.advance()


class Pretrain(Job):
    def horizon(self):
        return self.epochs


class Tune(Job):
    def horizon(self):
        return self.epochs - 0


def main(net, dl):
    Pretrain(net, dl, 100).run()
    Tune(net, dl, 10).run()
