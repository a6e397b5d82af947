from dataclasses import dataclass

import torch


@dataclass
class Parts:
    net: torch.nn.Module
    opt: torch.optim.Optimizer
    sched: torch.optim.lr_scheduler.LRScheduler

    @classmethod
    def create(cls, net, lr: float) -> "Parts":
        opt = torch.optim.AdamW(net.parameters(), lr=lr)
        return cls(net, opt, torch.optim.lr_scheduler.PolynomialLR(opt, total_iters=60))


def resume(parts: Parts, path: str) -> None:
    blob = torch.load(path)
    parts.net.load_state_dict(blob["net"])
    parts.sched.load_state_dict(blob["sched"])  # expect: SCH102
