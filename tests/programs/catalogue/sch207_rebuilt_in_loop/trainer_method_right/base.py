import torch


class BaseTrainer:
    def __init__(self, net):
        self.net = net
        self.optimizer = torch.optim.SGD(net.parameters(), lr=0.1)
        self.scheduler = None

    def update_lr(self):
        if self.scheduler is None:
            self.scheduler = torch.optim.lr_scheduler.MultiStepLR(self.optimizer, [10, 20], gamma=0.1)
        self.scheduler.step()

    def batch(self, x, y):
        self.optimizer.zero_grad()
        torch.nn.functional.cross_entropy(self.net(x), y).backward()
        self.optimizer.step()
