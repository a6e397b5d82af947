import torch
from gradual import GradualWarmup


def main(net, loader, epochs=100):
    opt = torch.optim.SGD(net.parameters(), 0.1)
    cosine = torch.optim.lr_scheduler.CosineAnnealingLR(opt, epochs - 5)
    sched = GradualWarmup(opt, 5, cosine)
    for _ in range(epochs):
        for x in loader:
            opt.zero_grad()
            net(x).mean().backward()
            opt.step()
        sched.step()
