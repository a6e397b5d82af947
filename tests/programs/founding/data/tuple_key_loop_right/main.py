"""`for obj, key in ((...), ...)`: the literal tuple names the optimizer first: silent."""
import torch


def main(net, loader, path):
    opt = torch.optim.SGD(net.parameters(), lr=0.1)
    lrs = torch.optim.lr_scheduler.StepLR(opt, 10)
    ck = torch.load(path)
    for obj, key in ((net, "net"), (opt, "opt"), (lrs, "lrs")):
        obj.load_state_dict(ck[key])
    for _ in range(ck["epoch"], 40):
        for x in loader:
            opt.zero_grad()
            net(x).sum().backward()
            opt.step()
        lrs.step()
