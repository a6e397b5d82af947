"""What no program can measure: the unit in which an argument of a scheduler counts. Kept by hand, read by the
generator.

Each class has the address of the page that says what its arguments mean.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from types import MappingProxyType
from typing import Final

_DOCS: Final = "https://docs.pytorch.org/docs/stable/generated/torch.optim"


@dataclass(frozen=True, slots=True)
class Notes:
    """Hand-kept facts of one scheduler, named as in `SchedulerApi`; `source` is where the documentation states them."""

    source: str
    units: Mapping[str, str] = field(default_factory=lambda: MappingProxyType({}))
    factors: tuple[str, ...] = ()
    natural_unit: str | None = None


def _scheduler(name: str) -> str:
    return f"{_DOCS}.lr_scheduler.{name}.html"


NOTES: Final[Mapping[str, Notes]] = MappingProxyType(
    {
        "LambdaLR": Notes(_scheduler("LambdaLR"), factors=("lr_lambda",)),
        "MultiplicativeLR": Notes(_scheduler("MultiplicativeLR"), factors=("lr_lambda",)),
        "StepLR": Notes(_scheduler("StepLR"), {"step_size": "period"}, ("gamma",)),
        "MultiStepLR": Notes(_scheduler("MultiStepLR"), {"milestones": "milestones"}, ("gamma",)),
        "ConstantLR": Notes(_scheduler("ConstantLR"), {"total_iters": "horizon"}, ("factor",)),
        "LinearLR": Notes(_scheduler("LinearLR"), {"total_iters": "horizon"}, ("start_factor", "end_factor")),
        "ExponentialLR": Notes(_scheduler("ExponentialLR"), factors=("gamma",)),
        "PolynomialLR": Notes(_scheduler("PolynomialLR"), {"total_iters": "horizon"}),
        "CosineAnnealingLR": Notes(_scheduler("CosineAnnealingLR"), {"T_max": "horizon"}),
        "CosineAnnealingWarmRestarts": Notes(_scheduler("CosineAnnealingWarmRestarts"), {"T_0": "period"}),
        # "step should be called after a batch has been used for training" is said of both of these, and of no other
        "OneCycleLR": Notes(
            _scheduler("OneCycleLR"),
            {"total_steps": "horizon", "epochs": "epochs", "steps_per_epoch": "steps_per_epoch"},
            natural_unit="iteration",
        ),
        "CyclicLR": Notes(
            _scheduler("CyclicLR"), {"step_size_up": "period", "step_size_down": "period"}, natural_unit="iteration"
        ),
        "ReduceLROnPlateau": Notes(
            _scheduler("ReduceLROnPlateau"), {"patience": "patience", "cooldown": "patience"}, ("factor",)
        ),
        "SequentialLR": Notes(_scheduler("SequentialLR"), {"milestones": "milestones"}),
        "ChainedScheduler": Notes(_scheduler("ChainedScheduler")),
        "SWALR": Notes(f"{_DOCS.partition('generated')[0]}optim.html", {"anneal_epochs": "horizon"}),
    }
)
