"""Package whose __init__ star-imports; keyword order passes the optimizer first: silent."""
import torch
import tools


def main(net, loader, path):
    opt = torch.optim.SGD(net.parameters(), lr=0.1)
    lrs = tools.warm_then_step(opt, 5, 20)
    first = tools.resume(path, net=net, opt=opt, lrs=lrs)
    for _ in range(first, 80):
        for x in loader:
            opt.zero_grad()
            net(x).sum().backward()
            opt.step()
        lrs.step()
