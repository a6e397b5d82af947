import os, torch
from base import Base
class T(Base):
    def __init__(self, net, loader):
        self.net, self.loader, self.epoch = net, loader, 0
        self.opt = torch.optim.SGD(net.parameters(), lr=0.1)
        self.sched = torch.optim.lr_scheduler.MultiStepLR(self.opt, [4])
    def fit(self):
        if os.path.exists("t.pt"):
            self.load("t.pt")
        for self.epoch in range(self.epoch, 9):
            for x, y in self.loader:
                self.opt.zero_grad()
                self.net(x, y).backward()
                self.opt.step()
            self.sched.step()
            self.save("t.pt")
def main(net, loader):
    T(net, loader).fit()
