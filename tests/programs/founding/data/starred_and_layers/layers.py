import torch


def inner(params, lr):
    opt = torch.optim.SGD(params, lr=lr)
    return opt, torch.optim.lr_scheduler.StepLR(opt, 8)


def middle(net, *, lr):
    return net, *inner(net.parameters(), lr)


def outer(make, **cfg):
    result = middle(make(), **cfg)
    return result
