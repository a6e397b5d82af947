import torch


class State:
    def __init__(self, net, opt, sched):
        self.net, self.opt, self.sched = net, opt, sched
        self.it = self.epoch = 0

    def save(self, path):
        torch.save([self.net.state_dict(), self.opt.state_dict(), self.sched.state_dict(), self.it, self.epoch], path)

    def load(self, path):
        n, o, s, self.it, self.epoch = torch.load(path)
        self.net.load_state_dict(n)
        self.opt.load_state_dict(o)
        self.sched.load_state_dict(s)
