import sys, torch
from torch.optim.lr_scheduler import CosineAnnealingLR
from base import Base
class Task(Base):
    def __init__(self, net, loader):
        self.net, self.loader, self.epoch = net, loader, 0
        self.optim = torch.optim.SGD(net.parameters(), lr=0.1)
        self.sched = CosineAnnealingLR(self.optim, T_max=50)
    def on_resume(self, state):
        self.sched.load_state_dict(state["sched"])
    def on_save(self, s):
        s["sched"] = self.sched.state_dict()
    def run_epoch(self):
        for x, y in self.loader:
            self.optim.zero_grad()
            self.net(x, y).backward()
            self.optim.step()
        self.sched.step()
def main(net, loader):
    t = Task(net, loader)
    if len(sys.argv) > 1:
        t.resume(sys.argv[1])
    t.fit(50)
