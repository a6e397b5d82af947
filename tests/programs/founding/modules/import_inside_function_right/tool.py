"""Imports inside functions; built before the optimizer came back: silent."""


def build(name, optimizer):
    from torch.optim import lr_scheduler

    if name == "warm":
        return lr_scheduler.LinearLR(optimizer, 0.05, total_iters=4)
    return lr_scheduler.StepLR(optimizer, 10)


def train(net, loader, path, policy="warm"):
    import torch
    from torch.optim import SGD

    opt = SGD(net.parameters(), lr=0.2)
    s = build(policy, opt)
    ck = torch.load(path)
    net.load_state_dict(ck["net"])
    opt.load_state_dict(ck["opt"])
    s.load_state_dict(ck["s"])
    for _ in range(ck["epoch"], 25):
        for x in loader:
            opt.zero_grad()
            net(x).norm().backward()
            opt.step()
        s.step()
