import torch
class Trainer:
    def __init__(self, net, loader, path):
        self.net, self.loader, self.path, self.first = net, loader, path, 0
        self.opt = torch.optim.SGD(net.parameters(), lr=0.1)
        self.sched = torch.optim.lr_scheduler.StepLR(self.opt, 10)
    def load(self):
        ck = torch.load(self.path)
        self.net.load_state_dict(ck["net"])
        self.opt.load_state_dict(ck["opt"])
        self.sched.load_state_dict(ck["sched"])
        self.first = ck["epoch"] + 1
    def save(self):
        torch.save({"net": self.net.state_dict(), "opt": self.opt.state_dict(), "sched": self.sched.state_dict(), "epoch": self.epoch}, self.path)  # expect: SCH108
    def fit(self, n):
        for self.epoch in range(self.first, n):
            for x, y in self.loader:
                self.opt.zero_grad()
                self.net(x, y).backward()
                self.opt.step()
            self.save()
            self.sched.step()
def main(net, loader, resume):
    t = Trainer(net, loader, "t.pt")
    if resume:
        t.load()
    t.fit(30)
