from optim import make
class Engine:
    def __init__(self, net, optimizer, cfg):
        self.net, self.optimizer, self.cfg = net, optimizer, cfg
    def epoch(self, loader):
        sched = make(self.optimizer, self.cfg)
        for x, y in loader:
            self.optimizer.zero_grad()
            self.net(x, y).backward()
            self.optimizer.step()
        sched.step()
