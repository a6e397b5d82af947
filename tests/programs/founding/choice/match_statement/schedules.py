from torch.optim import Optimizer
from torch.optim.lr_scheduler import CosineAnnealingLR, LRScheduler, PolynomialLR


def schedule_for(kind: str, optimizer: Optimizer, epochs: int, steps_per_epoch: int) -> LRScheduler:
    total_steps = epochs * steps_per_epoch
    match kind:
        case "cosine":
            return CosineAnnealingLR(optimizer, T_max=total_steps)
        case "poly":
            return PolynomialLR(optimizer, total_iters=total_steps, power=2.0)
        case _:
            raise ValueError(kind)
