"""if/else, continue and phases: one of two places per turn."""
import torch


def branches(net, loader, validate, epochs=30, warm=5):
    opt = torch.optim.SGD(net.parameters(), lr=0.1)
    sched = torch.optim.lr_scheduler.StepLR(opt, 10)
    for epoch in range(epochs):
        for x in loader:
            opt.zero_grad()
            net(x).mean().backward()
            opt.step()
        if epoch < warm:
            sched.step()
            continue
        validate(net)
        sched.step()


def two_phases(net, loader):
    opt = torch.optim.SGD(net.parameters(), lr=0.1)
    sched = torch.optim.lr_scheduler.MultiStepLR(opt, [10, 20, 30])
    for _ in range(20):
        for x in loader:
            opt.zero_grad()
            net.head(x).mean().backward()
            opt.step()
        sched.step()
    for _ in range(20):
        for x in loader:
            opt.zero_grad()
            net(x).mean().backward()
            opt.step()
        sched.step()
