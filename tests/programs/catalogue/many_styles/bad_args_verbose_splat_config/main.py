import torch

CFG = {"optimizer": {"lr": 1e-3}, "scheduler": {"factor": 0.5, "patience": 2, "verbose": True}}


def build(net, cfg):
    opt = torch.optim.Adam(net.parameters(), **cfg["optimizer"])
    return opt, torch.optim.lr_scheduler.ReduceLROnPlateau(opt, **cfg["scheduler"])  # expect: SCH401


def main(net, loader, val):
    opt, sched = build(net, CFG)
    for _ in range(30):
        for x in loader:
            opt.zero_grad()
            net(x).mean().backward()
            opt.step()
        sched.step(sum(net(x).mean().item() for x in val))
