import torch


def objects(net, lr, gamma=0.5):
    opt = torch.optim.SGD(net.parameters(), lr=lr, momentum=0.9)  # expect: SCH304
    return opt, torch.optim.lr_scheduler.StepLR(opt, 10, gamma)


def fit(net, opt, sched, loader, n):
    for _ in range(n):
        for x in loader:
            opt.zero_grad()
            net(x).mean().backward()
            opt.step()
        sched.step()
