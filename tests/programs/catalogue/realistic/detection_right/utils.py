import torch


def save_checkpoint(path, epoch, model, optimizer, lr_scheduler):
    blob = {"epoch": epoch, "model": model.state_dict()}
    blob["optimizer"] = optimizer.state_dict()
    blob["lr_scheduler"] = lr_scheduler.state_dict()
    torch.save(blob, path)


def resume_from(path, model, optimizer, lr_scheduler):
    blob = torch.load(path, map_location="cpu")
    model.load_state_dict(blob["model"])
    optimizer.load_state_dict(blob["optimizer"])
    lr_scheduler.load_state_dict(blob["lr_scheduler"])
    return blob["epoch"] + 1
