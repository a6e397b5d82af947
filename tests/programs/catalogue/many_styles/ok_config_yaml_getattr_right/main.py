import torch
import yaml


def build(section, module, *args):
    return getattr(module, section["name"])(*args, **section.get("args", {}))


def main(net, loader, path="cfg.yml"):
    with open(path) as f:
        cfg = yaml.safe_load(f)
    opt = build(cfg["optimizer"], torch.optim, net.parameters())
    sched = build(cfg["scheduler"], torch.optim.lr_scheduler, opt)
    for _ in range(cfg["epochs"]):
        for x in loader:
            opt.zero_grad()
            net(x).mean().backward()
            opt.step()
        sched.step()
