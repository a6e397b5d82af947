import torch


def restore(path, model, optimizer, scheduler, legacy=False):
    s = torch.load(path)
    model.load_state_dict(s["model"])
    if legacy:
        scheduler.load_state_dict(s["scheduler"])
        optimizer.load_state_dict(s["optimizer"])
    else:
        optimizer.load_state_dict(s["optimizer"])
        scheduler.load_state_dict(s["scheduler"])
    return s["epoch"]
