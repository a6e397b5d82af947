"""A class chosen by a conditional expression; right order: silent."""
import torch
from torch.optim import lr_scheduler as ls


def train(model, loader, resume, smooth=True, n=40):
    opt = torch.optim.SGD(model.parameters(), lr=0.1)
    kind = ls.CosineAnnealingLR if smooth else ls.StepLR
    sched = kind(opt, n)
    d = torch.load(resume)
    model.load_state_dict(d["model"])
    opt.load_state_dict(d["opt"])
    sched.load_state_dict(d["sched"])
    for e in range(d["epoch"], n):
        for x in loader:
            opt.zero_grad()
            model(x).sum().backward()
            opt.step()
        sched.step()
