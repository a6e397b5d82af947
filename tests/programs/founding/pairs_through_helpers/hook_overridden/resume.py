from base import Run
from torch.optim.lr_scheduler import CosineAnnealingLR


class Longer(Run):
    first, last = 40, 80

    def make_policy(self):
        return CosineAnnealingLR(self.opt, T_max=80)  # expect: SCH302


def main(net, loader):
    run = Longer(net, loader)
    run.load()
    run.go()
