from base import Run
from torch.optim.lr_scheduler import StepLR


class Longer(Run):
    first, last = 40, 80

    def make_policy(self):
        return StepLR(self.opt, step_size=15, gamma=0.1)


def main(net, loader):
    run = Longer(net, loader)
    run.load()
    run.go()
