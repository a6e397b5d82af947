import torch


class Decay:
    def __init__(self, lr, epochs):
        self.lr, self.epochs = lr, epochs

    def __call__(self, epoch):
        return self.lr * (1 - epoch / self.epochs)


def main(net, loader, cfg):
    opt = torch.optim.SGD(net.parameters(), lr=cfg.lr)
    sched = torch.optim.lr_scheduler.LambdaLR(opt, Decay(cfg.lr, cfg.epochs))  # expect: SCH404
    for _ in range(cfg.epochs):
        for x in loader:
            opt.zero_grad()
            net(x).mean().backward()
            opt.step()
        sched.step()
