import torch


def load_all(path, model, optimizer, lr_scheduler):
    """Restore everything; return the epoch to go on with."""
    blob = torch.load(path, map_location="cpu")
    model.load_state_dict(blob["model"])
    lr_scheduler.load_state_dict(blob["lr_scheduler"])  # expect: SCH101
    optimizer.load_state_dict(blob["optimizer"])
    return blob["epoch"] + 1
