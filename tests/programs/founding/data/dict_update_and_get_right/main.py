"""The kit dict is filled by update() and read by get(); all parts restored: silent."""
import torch


def optimisation(kit, lr):
    opt = torch.optim.SGD(kit["net"].parameters(), lr=lr)
    kit.update(opt=opt, sched=torch.optim.lr_scheduler.MultiStepLR(opt, [10, 15]))
    return kit


def restore(kit, path):
    blob = torch.load(path)
    for key in ("net", "opt", "sched"):
        part = kit.get(key)
        if part is not None:
            part.load_state_dict(blob[key])
    kit["epoch"] = blob["epoch"]


def main(net, loader, path):
    kit = {"net": net, "epoch": 0}
    kit = optimisation(kit, 0.1)
    restore(kit, path)
    while kit["epoch"] < 20:
        for x in loader:
            kit["opt"].zero_grad()
            kit["net"](x).sum().backward()
            kit["opt"].step()
        kit["sched"].step()
        kit["epoch"] += 1
