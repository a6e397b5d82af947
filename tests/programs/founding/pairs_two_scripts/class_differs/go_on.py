import os

import settings
import torch
from torch.optim import lr_scheduler


def go_on(net, batches):
    optimizer = torch.optim.AdamW(net.parameters(), lr=2e-3)
    policy = lr_scheduler.CosineAnnealingLR(optimizer, T_max=100)  # expect: SCH302
    state = torch.load(os.path.join(settings.OUT, "model.tar"))
    net.load_state_dict(state["net"])
    optimizer.load_state_dict(state["optimizer"])
    policy.load_state_dict(state["policy"])
    for epoch in range(50, 100):
        for b in batches:
            optimizer.zero_grad()
            net(b).mean().backward()
            optimizer.step()
        policy.step()
