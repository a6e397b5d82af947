import os

import torch


def load_latest(net, optimizer):
    if not os.path.exists("latest.pt"):
        return 0
    state = torch.load("latest.pt")
    net.load_state_dict(state["net"])
    optimizer.load_state_dict(state["optimizer"])
    return state["done"]
