import glob
import os

import torch


def latest(out):
    files = sorted(glob.glob(f"{out}/e*.pt"), key=os.path.getmtime)
    return files[-1] if files else None


def write(path, net, optimizer, done):
    torch.save({"net": net.state_dict(), "optimizer": optimizer.state_dict(), "done": done}, path)


def read(path, net, optimizer):
    state = torch.load(path)
    net.load_state_dict(state["net"])
    optimizer.load_state_dict(state["optimizer"])
    return state["done"]
