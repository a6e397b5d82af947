import torch
from torch.optim.lr_scheduler import ExponentialLR, SequentialLR, ConstantLR


class Module:
    def __init__(self, net):
        self.net = net

    def setup_optim(self, lr):
        self.optim = torch.optim.SGD(self.net.parameters(), lr=lr)

    def setup_sched(self):
        first = ConstantLR(self.optim, 0.1, 5)
        second = ExponentialLR(self.optim, 0.9)
        self.sched = SequentialLR(self.optim, [first, second], milestones=[5])

    def restore(self, state):
        self.net.load_state_dict(state["net"])
        self.optim.load_state_dict(state["optim"])
        self.sched.load_state_dict(state["sched"])
