import torch


class T:
    def __init__(self, net):
        self.net = net
        self.opt = torch.optim.SGD(net.parameters(), lr=0.1)
        self.sched = torch.optim.lr_scheduler.MultiStepLR(self.opt, [30, 60])
        self.start = 0

    def load(self, path):
        ck = torch.load(path)
        self.net.load_state_dict(ck["net"])
        self.opt.load_state_dict(ck["opt"])
        self.start = ck["epoch"] + 1
        self.catch_up()

    def catch_up(self):
        for _ in range(self.start):
            self.sched.step()  # expect: SCH107

    def fit(self, loader):
        for e in range(self.start, 90):
            for x in loader:
                self.opt.zero_grad()
                self.net(x).mean().backward()
                self.opt.step()
            self.sched.step()
            torch.save({"net": self.net.state_dict(), "opt": self.opt.state_dict(), "epoch": e}, "t.pt")


def main(net, loader, resume):
    t = T(net)
    if resume:
        t.load(resume)
    t.fit(loader)
