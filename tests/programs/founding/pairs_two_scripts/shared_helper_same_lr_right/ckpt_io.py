import os

import torch

FOLDER = "snapshots"


def write(tag, **objects):
    os.makedirs(FOLDER, exist_ok=True)
    torch.save({k: v.state_dict() for k, v in objects.items()}, f"{FOLDER}/{tag}.pth")


def read(tag, **objects):
    saved = torch.load(f"{FOLDER}/{tag}.pth")
    for k, v in objects.items():
        v.load_state_dict(saved[k])
