import torch
from conf import COMMON

CFG = {**COMMON, "workers": 40}


def main(net, loader):
    opt = torch.optim.SGD(net.parameters(), lr=CFG["lr"])
    lrs = torch.optim.lr_scheduler.StepLR(opt, step_size=CFG["step_size"], gamma=CFG["gamma"])
    blob = torch.load(CFG["path"])
    net.load_state_dict(blob["n"])
    opt.load_state_dict(blob["o"])
    lrs.load_state_dict(blob["l"])
    for _ in range(60, 120):
        for x in loader:
            opt.zero_grad()
            net(x).sum().backward()
            opt.step()
        lrs.step()
