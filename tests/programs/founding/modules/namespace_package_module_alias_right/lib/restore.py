import torch


def bring_back(where, **parts):
    saved = torch.load(where)
    parts["net"].load_state_dict(saved["net"])
    parts["opt"].load_state_dict(saved["opt"])
    if parts.get("lrs") is not None:
        parts["lrs"].load_state_dict(saved["lrs"])
    return saved["round"]
