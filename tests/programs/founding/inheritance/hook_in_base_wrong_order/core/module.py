import torch
from torch.optim.lr_scheduler import ConstantLR


class Module:
    def __init__(self, net):
        self.net = net

    def setup_optim(self, lr):
        self.optim = torch.optim.SGD(self.net.parameters(), lr=lr)

    def setup_sched(self):
        self.sched = ConstantLR(self.optim, 0.1, 5)  # expect: SCH104

    def restore(self, state):
        self.net.load_state_dict(state["net"])
        self.optim.load_state_dict(state["optim"])
