"""typing.NamedTuple with defaults and _replace; cosine in batches stepped per epoch."""
from typing import NamedTuple, Optional

import torch
from torch.optim import Adam, Optimizer
from torch.optim.lr_scheduler import CosineAnnealingLR, LRScheduler


class Tools(NamedTuple):
    optimizer: Optimizer
    lr_policy: Optional[LRScheduler] = None
    clip: float = 1.0


def main(net, loader, epochs):
    tools = Tools(Adam(net.parameters()))
    tools = tools._replace(lr_policy=CosineAnnealingLR(tools.optimizer, epochs * len(loader)))
    for _ in range(epochs):
        for x in loader:
            tools.optimizer.zero_grad()
            net(x).sum().backward()
            torch.nn.utils.clip_grad_norm_(net.parameters(), tools.clip)
            tools.optimizer.step()
        tools.lr_policy.step()  # expect: SCH202
