import torch


class BaseTrainer:
    def __init__(self, net):
        self.net = net
        self.optimizer = torch.optim.SGD(net.parameters(), lr=0.05)
        self.scheduler = torch.optim.lr_scheduler.MultiStepLR(self.optimizer, [20, 30])

    @property
    def current_lr(self):
        return max(self.scheduler.get_lr())  # expect: SCH403
