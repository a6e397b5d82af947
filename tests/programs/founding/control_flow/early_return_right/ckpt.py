import os

import torch


def maybe_resume(path, model, optimizer, scheduler):
    if not path:
        return 0
    if not os.path.exists(path):
        raise FileNotFoundError(path)
    data = torch.load(path)
    model.load_state_dict(data["model"])
    optimizer.load_state_dict(data["optimizer"])
    if "scheduler" not in data:
        return data["epoch"]
    scheduler.load_state_dict(data["scheduler"])
    return data["epoch"]
