import torch


class Root:
    scheduler_cls = torch.optim.lr_scheduler.StepLR
    scheduler_args = {"step_size": 30}

    def __init__(self, net, **kw):
        self.net = net
        self.epochs = kw.pop("epochs", 90)
        self.opt = torch.optim.SGD(net.parameters(), lr=0.1)
        self.sched = self.scheduler_cls(self.opt, **self.scheduler_args)

    def epoch_end(self):
        self.sched.step()

    def batch_end(self):
        pass

    def run(self, loader):
        for _ in range(self.epochs):
            for x in loader:
                self.opt.zero_grad()
                self.net(x).sum().backward()
                self.opt.step()
                self.batch_end()
            self.epoch_end()
