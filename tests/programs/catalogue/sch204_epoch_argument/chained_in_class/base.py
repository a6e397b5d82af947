import torch


class Base:
    def __init__(self, net):
        self.net = net
        self.opt = torch.optim.SGD(net.parameters(), lr=0.1)
        self.scheduler = self.make_scheduler()
        self.epoch = 0

    def run(self, loader, epochs):
        for self.epoch in range(epochs):
            for x in loader:
                self.opt.zero_grad()
                self.net(x).mean().backward()
                self.opt.step()
            self.scheduler.step(self.epoch)  # expect: SCH204
