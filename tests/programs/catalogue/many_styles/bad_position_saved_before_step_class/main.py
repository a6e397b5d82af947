import os

import torch


class Run:
    def __init__(self, net):
        self.net = net
        self.opt = torch.optim.SGD(net.parameters(), lr=0.1)
        self.sched = torch.optim.lr_scheduler.CosineAnnealingLR(self.opt, 50)
        self.epoch = 0

    def save(self):
        state = {k: getattr(self, k).state_dict() for k in ("net", "opt", "sched")}
        state["epoch"] = self.epoch
        torch.save(state, "run.pt")  # expect: SCH108

    def load(self):
        state = torch.load("run.pt")
        for k in ("net", "opt", "sched"):
            getattr(self, k).load_state_dict(state[k])
        self.epoch = state["epoch"] + 1

    def train(self, loader):
        while self.epoch < 50:
            for x in loader:
                self.opt.zero_grad()
                self.net(x).mean().backward()
                self.opt.step()
            self.save()
            self.sched.step()
            self.epoch += 1


def main(net, loader):
    run = Run(net)
    if os.path.exists("run.pt"):
        run.load()
    run.train(loader)
