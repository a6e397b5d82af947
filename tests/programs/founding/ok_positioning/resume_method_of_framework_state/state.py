"""A TrainState with state_dict()/load_state_dict() of its own restores its parts in the right order."""
import torch


class TrainState:
    def __init__(self, net, epochs):
        self.net = net
        self.opt = torch.optim.SGD(net.parameters(), lr=0.1)
        self.sched = torch.optim.lr_scheduler.PolynomialLR(self.opt, epochs)
        self.epoch = 0

    def state_dict(self):
        return {
            "net": self.net.state_dict(),
            "opt": self.opt.state_dict(),
            "sched": self.sched.state_dict(),
            "epoch": self.epoch,
        }

    def load_state_dict(self, obj):
        self.net.load_state_dict(obj["net"])
        self.opt.load_state_dict(obj["opt"])
        self.sched.load_state_dict(obj["sched"])
        self.epoch = obj["epoch"]


def main(net, loader, path, epochs=33):
    state = TrainState(net, epochs)
    state.load_state_dict(torch.load(path))
    for state.epoch in range(state.epoch, epochs):
        for x in loader:
            state.opt.zero_grad()
            state.net(x).sum().backward()
            state.opt.step()
        state.sched.step()
