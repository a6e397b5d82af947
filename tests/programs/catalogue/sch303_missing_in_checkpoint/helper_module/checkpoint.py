import os

import torch


def save(folder, epoch, model, optimizer):
    os.makedirs(folder, exist_ok=True)
    state = {"epoch": epoch, "model": model.state_dict(), "optimizer": optimizer.state_dict()}
    torch.save(state, os.path.join(folder, "latest.pt"))  # expect: SCH303


def load(folder, model, optimizer):
    state = torch.load(os.path.join(folder, "latest.pt"))
    model.load_state_dict(state["model"])
    optimizer.load_state_dict(state["optimizer"])  # expect: SCH103
    return state["epoch"] + 1
