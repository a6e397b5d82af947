import torch


class Update:
    def __init__(self, opt, sched):
        self.opt, self.sched = opt, sched

    def __enter__(self):
        self.opt.zero_grad()
        return self

    def __exit__(self, kind, value, trace):
        if kind is None:
            self.opt.step()
            self.sched.step()  # expect: SCH201
        return False


def main(net, loader, num_epochs=60):
    opt = torch.optim.SGD(net.parameters(), 0.1)
    sched = torch.optim.lr_scheduler.PolynomialLR(opt, num_epochs)
    for e in range(num_epochs):
        for x in loader:
            with Update(opt, sched):
                net(x).mean().backward()
