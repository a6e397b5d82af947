import torch


def poly(base, total, power=0.9):
    def rule(it):
        return base * (1 - it / total) ** power
    return rule


def main(net, loader, base_lr=0.01, epochs=20):
    opt = torch.optim.SGD(net.parameters(), lr=base_lr)
    sched = torch.optim.lr_scheduler.LambdaLR(opt, poly(base_lr, epochs * len(loader)))  # expect: SCH404
    for _ in range(epochs):
        for x in loader:
            opt.zero_grad()
            net(x).mean().backward()
            opt.step()
            sched.step()
