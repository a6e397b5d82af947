from __future__ import annotations

from dataclasses import dataclass

import torch


@dataclass
class TrainState:
    model: torch.nn.Module
    optimizer: torch.optim.Optimizer
    schedule: torch.optim.lr_scheduler.LRScheduler
    epoch: int = 0


def restore(state: TrainState, path: str) -> TrainState:
    payload = torch.load(path, weights_only=True)
    state.model.load_state_dict(payload["model"])
    state.schedule.load_state_dict(payload["schedule"])  # expect: SCH102
    state.epoch = payload["epoch"]
    return state
