from dataclasses import dataclass, field
from typing import Any

import torch


@dataclass
class Optimization:
    params: Any
    lr: float = 1e-3
    epochs: int = 50
    optimizer: torch.optim.Optimizer = field(init=False)
    scheduler: Any = field(init=False)

    def __post_init__(self):
        self.optimizer = torch.optim.Adam(self.params, lr=self.lr)
        self.scheduler = torch.optim.lr_scheduler.CosineAnnealingLR(self.optimizer, T_max=self.epochs)

    def update(self, loss):
        self.optimizer.zero_grad()
        loss.backward()
        self.optimizer.step()
