from torch.optim import AdamW
from torch.optim.lr_scheduler import ExponentialLR


class Multi:
    def __init__(self, optimizers, schedulers):
        self.optimizers = optimizers
        self.schedulers = schedulers

    def step(self, key):
        self.optimizers[key].step()

    def scheduler(self, key):
        self.schedulers[key].step()


def build(nets):
    optim = {}
    for key, net in nets.items():
        optim[key] = AdamW(net.parameters(), lr=1e-4)
    schedulers = dict([(key, ExponentialLR(opt, gamma=0.99)) for key, opt in optim.items()])  # expect: SCH206
    return Multi(optim, schedulers)


def train(nets, loader):
    multi = build(nets)
    for x in loader:
        nets["disc"](x).sum().backward()
        multi.step("disc")
        pass
