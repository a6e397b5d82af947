import torch


def restore(path, model, optimizer, lr_scheduler):
    blob = torch.load(path, map_location="cpu")
    model.load_state_dict(blob["state_dict"])
    optimizer.load_state_dict(blob["optimizer"])
    lr_scheduler.load_state_dict(blob["lr_scheduler"])
    print(f"resumed {path} at epoch {blob['epoch']}")
    return blob["epoch"]
