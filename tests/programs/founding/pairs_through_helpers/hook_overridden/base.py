import torch
from torch.optim import SGD
from torch.optim.lr_scheduler import StepLR


class Run:
    ckpt = "artifacts/model.bin"
    first, last = 0, 40

    def __init__(self, net, loader):
        self.net, self.loader = net, loader
        self.opt = SGD(net.parameters(), lr=0.1)
        self.lr_policy = self.make_policy()

    def make_policy(self):
        return StepLR(self.opt, 15)

    def go(self):
        for _ in range(self.first, self.last):
            for x in self.loader:
                self.opt.zero_grad()
                self.net(x).sum().backward()
                self.opt.step()
            self.lr_policy.step()

    def save(self):
        parts = {"net": self.net, "opt": self.opt, "lr_policy": self.lr_policy}
        torch.save({k: v.state_dict() for k, v in parts.items()}, self.ckpt)

    def load(self):
        d = torch.load(self.ckpt)
        self.net.load_state_dict(d["net"])
        self.opt.load_state_dict(d["opt"])
        self.lr_policy.load_state_dict(d["lr_policy"])
