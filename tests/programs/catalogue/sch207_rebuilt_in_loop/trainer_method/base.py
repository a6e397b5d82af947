import torch


class BaseTrainer:
    def __init__(self, net):
        self.net = net
        self.optimizer = torch.optim.SGD(net.parameters(), lr=0.1)

    def update_lr(self):
        scheduler = torch.optim.lr_scheduler.MultiStepLR(self.optimizer, [10, 20], gamma=0.1)  # expect: SCH207
        scheduler.step()

    def batch(self, x, y):
        self.optimizer.zero_grad()
        torch.nn.functional.cross_entropy(self.net(x), y).backward()
        self.optimizer.step()
