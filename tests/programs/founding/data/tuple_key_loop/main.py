"""`for obj, key in ((...), ...)`: the literal tuple names the scheduler first."""
import torch


def main(net, loader, path):
    opt = torch.optim.SGD(net.parameters(), lr=0.1)
    lrs = torch.optim.lr_scheduler.StepLR(opt, 10)
    ck = torch.load(path)
    for obj, key in ((net, "net"), (lrs, "lrs"), (opt, "opt")):
        obj.load_state_dict(ck[key])  # expect: SCH101
    for _ in range(ck["epoch"], 40):
        for x in loader:
            opt.zero_grad()
            net(x).sum().backward()
            opt.step()
        lrs.step()
