import torch


class Trainer:
    def __init__(self, net, lr):
        self.net = net
        self.lr = lr
        self.configure()

    def configure(self):
        self.opt = torch.optim.SGD(self.net.parameters(), lr=self.lr, momentum=0.9)
        self.sched = torch.optim.lr_scheduler.StepLR(self.opt, 10, 0.5)

    def reset_optimizer(self):
        self.opt = torch.optim.SGD(self.net.parameters(), lr=self.lr, momentum=0.9)  # expect: SCH105

    def epoch(self, loader):
        for x in loader:
            self.opt.zero_grad()
            self.net(x).mean().backward()
            self.opt.step()
        self.sched.step()
