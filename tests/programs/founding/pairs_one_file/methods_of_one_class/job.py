"""Methods start() and restart() of one class; step_size differs, the path is an attribute."""
import torch


class Job:
    path = "job.pt"

    def __init__(self, net, loader):
        self.net, self.loader = net, loader

    def start(self):
        self.opt = torch.optim.SGD(self.net.parameters(), lr=0.1)
        self.sched = torch.optim.lr_scheduler.StepLR(self.opt, step_size=10)
        self._loop(0, 20)

    def restart(self):
        self.opt = torch.optim.SGD(self.net.parameters(), lr=0.1)
        self.sched = torch.optim.lr_scheduler.StepLR(self.opt, step_size=5)  # expect: SCH301
        d = torch.load(self.path)
        self.net.load_state_dict(d["net"])
        self.opt.load_state_dict(d["opt"])
        self.sched.load_state_dict(d["sched"])
        self._loop(20, 40)

    def _loop(self, a, b):
        for _ in range(a, b):
            for x in self.loader:
                self.opt.zero_grad()
                self.net(x).sum().backward()
                self.opt.step()
            self.sched.step()
        d = {"net": self.net.state_dict(), "opt": self.opt.state_dict(), "sched": self.sched.state_dict()}
        torch.save(d, self.path)
