import torch
from speechy.train import io


class Recipe:
    def __init__(self, net):
        self.net = net
        self.opt = torch.optim.Adadelta(net.parameters(), lr=1.0)
        self.lrs = torch.optim.lr_scheduler.StepLR(self.opt, 2)

    def recover(self, path):
        io.recover(path, net=self.net, lrs=self.lrs)

    def fit(self, loader):
        for _ in range(20):
            for x in loader:
                self.opt.zero_grad()
                self.net(x).sum().backward()
                self.opt.step()
            self.lrs.step()
