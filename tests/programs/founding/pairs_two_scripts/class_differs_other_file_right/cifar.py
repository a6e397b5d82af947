"""Two scripts whose checkpoints are different files and that each resume themselves: silent."""
import os

import torch
from settings import OUT
from torch.optim import lr_scheduler


def pretrain(net, batches):
    optimizer = torch.optim.AdamW(net.parameters(), lr=2e-3)
    policy = lr_scheduler.StepLR(optimizer, step_size=25)
    for epoch in range(50):
        for b in batches:
            optimizer.zero_grad()
            net(b).mean().backward()
            optimizer.step()
        policy.step()
    state = {"net": net.state_dict(), "optimizer": optimizer.state_dict(), "policy": policy.state_dict()}
    torch.save(state, os.path.join(OUT, "model.tar"))
