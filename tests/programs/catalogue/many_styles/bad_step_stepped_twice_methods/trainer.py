import torch


class Trainer:
    def __init__(self, net):
        self.net = net
        self.opt = torch.optim.SGD(net.parameters(), 0.1)
        self.sched = torch.optim.lr_scheduler.StepLR(self.opt, 30)

    def train_epoch(self, loader):
        for x in loader:
            self.opt.zero_grad()
            self.net(x).mean().backward()
            self.opt.step()
        self.sched.step()

    def fit(self, loader, epochs=90):
        for _ in range(epochs):
            self.train_epoch(loader)
            self.sched.step()  # expect: SCH210


def main(net, loader):
    Trainer(net).fit(loader)
