import torch


def save_checkpoint(path, epoch, model, optimizer):
    blob = {"epoch": epoch, "model": model.state_dict()}
    blob["optimizer"] = optimizer.state_dict()
    torch.save(blob, path)  # expect: SCH303


def resume_from(path, model, optimizer):
    blob = torch.load(path, map_location="cpu")
    model.load_state_dict(blob["model"])
    optimizer.load_state_dict(blob["optimizer"])  # expect: SCH103
    return blob["epoch"] + 1
