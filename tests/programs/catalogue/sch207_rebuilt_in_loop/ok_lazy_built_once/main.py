import torch
class T:
    def __init__(self, net):
        self.net = net
        self.opt = torch.optim.SGD(net.parameters(), lr=0.1)
        self.sched = None
    def fit(self, loader, n):
        for epoch in range(n):
            for x, y in loader:
                self.opt.zero_grad()
                self.net(x, y).backward()
                self.opt.step()
                if self.sched is None:
                    self.sched = torch.optim.lr_scheduler.OneCycleLR(self.opt, 0.1, total_steps=n * len(loader))
                self.sched.step()
def main(net, loader):
    T(net).fit(loader, 20)
