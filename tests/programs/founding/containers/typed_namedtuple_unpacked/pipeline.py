"""typing.NamedTuple unpacked by position and a nested tuple return; ConstantLR built on a restored optimizer."""
from typing import NamedTuple

import torch
from torch.optim import lr_scheduler


class Resumed(NamedTuple):
    model: torch.nn.Module
    opt: torch.optim.Optimizer
    extra: dict


def load(path, lr):
    raw = torch.load(path)
    model = torch.nn.Linear(5, 5)
    model.load_state_dict(raw["model"])
    opt = torch.optim.SGD(model.parameters(), lr=lr)
    opt.load_state_dict(raw["opt"])
    return Resumed(model, opt, raw), raw["epoch"]


def train(path, loader, lr=0.2):
    (model, opt, extra), epoch0 = load(path, lr)
    sch = lr_scheduler.ConstantLR(opt, factor=0.3, total_iters=8)  # expect: SCH104
    sch.load_state_dict(extra["sch"])
    for epoch in range(epoch0, 30):
        for x in loader:
            opt.zero_grad()
            (model(x) - x).square().mean().backward()
            opt.step()
        sch.step()
