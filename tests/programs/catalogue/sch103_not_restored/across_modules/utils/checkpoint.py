import torch


def restore(path, model, optimizer):
    blob = torch.load(path, map_location="cpu")
    model.load_state_dict(blob["state_dict"])
    optimizer.load_state_dict(blob["optimizer"])  # expect: SCH103
    print(f"resumed {path} at epoch {blob['epoch']}")
    return blob["epoch"]
