import os

import settings
import torch
from torch.optim import lr_scheduler


def go_on(net, batches):
    optimizer = torch.optim.AdamW(net.parameters(), lr=2e-3)
    policy = lr_scheduler.CosineAnnealingLR(optimizer, T_max=100)
    other = os.path.join(settings.OUT, "second_experiment.tar")
    first = 0
    if os.path.exists(other):
        state = torch.load(other)
        net.load_state_dict(state["net"])
        optimizer.load_state_dict(state["optimizer"])
        policy.load_state_dict(state["policy"])
        first = state["epoch"] + 1
    for epoch in range(first, 100):
        for b in batches:
            optimizer.zero_grad()
            net(b).mean().backward()
            optimizer.step()
        policy.step()
        state = {"net": net.state_dict(), "optimizer": optimizer.state_dict(), "policy": policy.state_dict()}
        torch.save({**state, "epoch": epoch}, other)
