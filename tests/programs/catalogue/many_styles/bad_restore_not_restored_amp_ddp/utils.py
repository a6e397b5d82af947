import torch


def resume(path, net, optimizer, scaler):
    ck = torch.load(path, map_location="cpu")
    net.module.load_state_dict(ck["net"])
    optimizer.load_state_dict(ck["optimizer"])  # expect: SCH103
    scaler.load_state_dict(ck["scaler"])
    return ck["epoch"] + 1
