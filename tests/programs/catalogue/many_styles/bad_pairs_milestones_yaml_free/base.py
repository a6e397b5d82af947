import torch


class Base:
    milestones = [30, 60]
    lr = 0.1
    ckpt = "model_last.pt"

    def __init__(self, net):
        self.net = net
        self.opt = torch.optim.SGD(net.parameters(), lr=self.lr)
        self.sched = torch.optim.lr_scheduler.MultiStepLR(self.opt, self.milestones)  # expect: SCH301

    def epoch(self, loader):
        for x in loader:
            self.opt.zero_grad()
            self.net(x).mean().backward()
            self.opt.step()
        self.sched.step()
