from __future__ import annotations

from dataclasses import dataclass, field

import torch
from torch import nn
from torch.optim.lr_scheduler import LambdaLR, LRScheduler


@dataclass
class Trainer:
    net: nn.Module
    lr: float = 1e-3
    warmup: int = 200
    optimizer: torch.optim.Optimizer = field(init=False)
    scheduler: LRScheduler = field(init=False)
    step_count: int = field(default=0, init=False)

    def __post_init__(self) -> None:
        self.optimizer = torch.optim.Adam(self.net.parameters(), lr=self.lr)
        self.scheduler = LambdaLR(self.optimizer, lambda step: min(1.0, (step + 1) / self.warmup))

    def update(self, batch) -> float:
        self.optimizer.zero_grad()
        loss = self.net(batch).mean()
        loss.backward()
        self.optimizer.step()
        self.scheduler.step()
        self.step_count += 1
        return loss.item()

    def save(self, path: str) -> None:
        torch.save({k: v.state_dict() for k, v in self.parts().items()} | {"count": self.step_count}, path)

    def load(self, path: str) -> None:
        blob = torch.load(path)
        for k, v in self.parts().items():
            v.load_state_dict(blob[k])
        self.step_count = blob["count"]

    def parts(self) -> dict:
        return {"net": self.net, "optimizer": self.optimizer, "scheduler": self.scheduler}
