import os, torch
from base import Base
class T(Base):
    def __init__(self, net, loader):
        self.net, self.loader, self.epoch = net, loader, 0
        self.opt = torch.optim.SGD(net.parameters(), lr=0.1)
        self.sched = torch.optim.lr_scheduler.MultiStepLR(self.opt, [4])
    def get_state(self):
        s = super().get_state()
        s["sched"] = self.sched.state_dict()
        return s
    def set_state(self, s):
        super().set_state(s)
        self.sched.load_state_dict(s["sched"])
    def fit(self):
        if os.path.exists("t.pt"):
            self.load("t.pt")
        while self.epoch < 9:
            for x, y in self.loader:
                self.opt.zero_grad()
                self.net(x, y).backward()
                self.opt.step()
            self.sched.step()
            self.epoch += 1
            self.save("t.pt")
def main(net, loader):
    T(net, loader).fit()
