from __future__ import annotations

from typing import TYPE_CHECKING

import torch

if TYPE_CHECKING:
    from trainer import Trainer


class Model(torch.nn.Module):
    def __init__(self):
        super().__init__()
        self.fc = torch.nn.Linear(3, 3)

    def forward(self, x):
        return self.fc(x)

    def configure(self, trainer: Trainer):
        opt = torch.optim.Adam(self.parameters(), lr=1e-3)
        return opt, torch.optim.lr_scheduler.PolynomialLR(opt, trainer.max_epochs)
