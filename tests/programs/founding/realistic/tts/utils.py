import torch


def load_checkpoint(path, model, optimizer=None, scheduler=None):
    blob = torch.load(path, map_location="cpu")
    model.load_state_dict(blob["model"])
    if optimizer is not None:
        optimizer.load_state_dict(blob["optimizer"])
    if scheduler is not None:
        scheduler.load_state_dict(blob["scheduler"])  # expect: SCH101
    return blob["epoch"]


def save_checkpoint(model, optimizer, scheduler, epoch, path):
    states = {"model": model.state_dict(), "optimizer": optimizer.state_dict()}
    torch.save({**states, "scheduler": scheduler.state_dict(), "epoch": epoch}, path)
