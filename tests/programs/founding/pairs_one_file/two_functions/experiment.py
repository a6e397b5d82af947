"""train() and resume() in one file share CKPT; gamma and lr differ."""
import torch
from torch.optim.lr_scheduler import MultiStepLR

CKPT = "exp.pt"


def epochs(net, opt, lrs, loader, a, b):
    for _ in range(a, b):
        for x in loader:
            opt.zero_grad()
            net(x).sum().backward()
            opt.step()
        lrs.step()


def train(net, loader):
    opt = torch.optim.SGD(net.parameters(), lr=0.2)
    lrs = MultiStepLR(opt, [20, 40], gamma=0.5)
    epochs(net, opt, lrs, loader, 0, 30)
    torch.save({"net": net.state_dict(), "opt": opt.state_dict(), "lrs": lrs.state_dict()}, CKPT)


def resume(net, loader):
    opt = torch.optim.SGD(net.parameters(), lr=0.1)  # expect: SCH304
    lrs = MultiStepLR(opt, [20, 40], gamma=0.1)  # expect: SCH301
    d = torch.load(CKPT)
    net.load_state_dict(d["net"])
    opt.load_state_dict(d["opt"])
    lrs.load_state_dict(d["lrs"])
    epochs(net, opt, lrs, loader, 30, 60)
