"""The two loads stand in wrong textual order but in exclusive branches, and each branch is complete: silent."""
import torch


def main(net, loader, path, fmt):
    opt = torch.optim.SGD(net.parameters(), lr=0.1)
    lrs = torch.optim.lr_scheduler.StepLR(opt, 20)
    if fmt == "split":
        opt.load_state_dict(torch.load(path + ".opt"))
        lrs.load_state_dict(torch.load(path + ".lrs"))
    elif fmt == "single":
        d = torch.load(path)
        opt.load_state_dict(d["opt"])
        lrs.load_state_dict(d["lrs"])
    for _ in range(60):
        for x in loader:
            opt.zero_grad()
            net(x).sum().backward()
            opt.step()
        lrs.step()
