"""A builder returns (optimizer, scheduler) as a tuple; the caller restores them in the wrong order."""
import torch
from build import build_optim
from torch import nn


def resume_and_train(args, loader):
    model = nn.Linear(args.dim, args.classes)
    optimizer, scheduler = build_optim(model, args)
    ckpt = torch.load(args.ckpt)
    model.load_state_dict(ckpt["model"])
    scheduler.load_state_dict(ckpt["sched"])  # expect: SCH101
    optimizer.load_state_dict(ckpt["optim"])
    for epoch in range(ckpt["epoch"], args.epochs):
        for x, y in loader:
            loss = nn.functional.cross_entropy(model(x), y)
            optimizer.zero_grad()
            loss.backward()
            optimizer.step()
        scheduler.step()
