import torch


def load_checkpoint(model, path, optimizer=None, scheduler=None, strict=True):
    """Restore whatever is given; return the epoch."""
    ckpt = torch.load(path, map_location="cpu")
    model.load_state_dict(ckpt["model"], strict=strict)
    if optimizer is not None:
        optimizer.load_state_dict(ckpt["optimizer"])
    if scheduler is not None:
        scheduler.load_state_dict(ckpt["scheduler"])
    return ckpt["epoch"]
