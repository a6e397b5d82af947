import torch


def parts(net, lr=0.1, every=30):
    opt = torch.optim.SGD(net.parameters(), lr=lr)
    return opt, torch.optim.lr_scheduler.StepLR(opt, step_size=every)


def turn(net, opt, loader):
    for x in loader:
        opt.zero_grad()
        net(x).sum().backward()
        opt.step()
