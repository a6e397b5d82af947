import torch


def recover(path, net, opt=None, lrs=None):
    blob = torch.load(path)
    net.load_state_dict(blob["net"])
    if opt is not None:
        opt.load_state_dict(blob["opt"])
    if lrs is not None:
        lrs.load_state_dict(blob["lrs"])
