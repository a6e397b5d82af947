import os

import torch


def save(folder, epoch, model, optimizer, scheduler):
    os.makedirs(folder, exist_ok=True)
    state = {"epoch": epoch, "model": model.state_dict(), "optimizer": optimizer.state_dict()}
    state["scheduler"] = scheduler.state_dict()
    torch.save(state, os.path.join(folder, "latest.pt"))


def load(folder, model, optimizer, scheduler):
    state = torch.load(os.path.join(folder, "latest.pt"))
    model.load_state_dict(state["model"])
    optimizer.load_state_dict(state["optimizer"])
    scheduler.load_state_dict(state["scheduler"])
    return state["epoch"] + 1
