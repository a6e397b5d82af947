"""A new rate on purpose: written into the groups after loading, schedule rebuilt."""
import torch


def main(net, loader, path, new_lr):
    opt = torch.optim.SGD(net.parameters(), lr=new_lr, momentum=0.9)
    blob = torch.load(path)
    net.load_state_dict(blob["net"])
    opt.load_state_dict(blob["opt"])
    for g in opt.param_groups:
        g["lr"] = new_lr
        g["initial_lr"] = new_lr
    sched = torch.optim.lr_scheduler.CosineAnnealingLR(opt, T_max=20)
    for _ in range(20):
        for x in loader:
            opt.zero_grad()
            net(x).mean().backward()
            opt.step()
        sched.step()
