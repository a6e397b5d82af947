import torch
from warmup import LinearWarmup


def main(net, loader, epochs):
    opt = torch.optim.SGD(net.parameters(), lr=0.1)
    sched = torch.optim.lr_scheduler.MultiStepLR(opt, [60, 120, 160], gamma=0.2)
    warm = LinearWarmup(opt, len(loader), 0.1)
    for epoch in range(1, epochs + 1):
        if epoch > 1:
            sched.step()
        for x, y in loader:
            opt.zero_grad()
            torch.nn.functional.cross_entropy(net(x), y).backward()
            opt.step()
            if epoch <= 1:
                warm.step()
