import torch


def save(name, epoch, net, opt, lrs):
    torch.save({"epoch": epoch, "net": net.state_dict(), "opt": opt.state_dict(), "lrs": lrs.state_dict()}, name + ".ckpt")


def load(name, net, opt, lrs):
    ck = torch.load(name + ".ckpt")
    net.load_state_dict(ck["net"])
    opt.load_state_dict(ck["opt"])
    lrs.load_state_dict(ck["lrs"])
    return ck["epoch"]
