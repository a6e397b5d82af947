"""Measures which constructor arguments a scheduler's state dict restores.

For each argument the training run uses one value and the resuming run another; both states are loaded in the safe
order. The argument is restored when the resumed run goes on as the training run would have.
"""

from __future__ import annotations

import inspect
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any, Final

import torch
from torch.optim import lr_scheduler
from torch_behaviour import (
    LENGTH,
    Parts,
    differing,
    fresh_optimizer,
    maker,
    quiet,
    resume,
    scheduler_classes,
    train,
)

STOP: Final = 12


@dataclass(frozen=True)
class Difference:
    """Two values of an argument under which the rest of a run differs, and the other arguments and metrics that make it
    so."""

    argument: str
    trained: Any
    resumed: Any
    beside: Mapping[str, Any] = field(default_factory=dict)
    metrics: tuple[float, ...] = ()

    @property
    def training(self) -> dict[str, Any]:
        return {**self.beside, self.argument: self.trained}

    @property
    def resuming(self) -> dict[str, Any]:
        return {**self.beside, self.argument: self.resumed}


def _inner(horizon: int) -> Parts:
    return Parts(
        (lambda o: lr_scheduler.LinearLR(o, 0.1, 1.0, 5), lambda o: lr_scheduler.CosineAnnealingLR(o, horizon))
    )


def _decays(rate: float) -> Parts:
    return Parts((lambda o: lr_scheduler.ConstantLR(o, 0.1, 20), lambda o: lr_scheduler.ExponentialLR(o, rate)))


_FALLING: Final = tuple(1.0 - 0.03 * index for index in range(LENGTH))  # slowly better
_WORSE: Final = tuple(1.0 + 0.1 * index for index in range(LENGTH))
_EPOCHS: Final = {"total_steps": None, "epochs": 10, "steps_per_epoch": 10}
_RANGE: Final = {"mode": "exp_range", "gamma": 0.9}

DIFFERENCES: Final[Mapping[str, tuple[Difference, ...]]] = {
    "LambdaLR": (Difference("lr_lambda", lambda epoch: 0.95**epoch, lambda epoch: 0.5**epoch),),
    "MultiplicativeLR": (Difference("lr_lambda", lambda epoch: 0.95, lambda epoch: 0.5),),
    "StepLR": (Difference("step_size", 5, 3), Difference("gamma", 0.5, 0.1)),
    "MultiStepLR": (Difference("milestones", [5, 10, 20], [13, 15]), Difference("gamma", 0.5, 0.1)),
    "ConstantLR": (Difference("factor", 0.3, 0.5), Difference("total_iters", 15, 20)),
    "LinearLR": (
        Difference("start_factor", 0.1, 0.5),
        Difference("end_factor", 1.0, 0.8),
        Difference("total_iters", 20, 40),
    ),
    "ExponentialLR": (Difference("gamma", 0.9, 0.5),),
    "PolynomialLR": (Difference("total_iters", 25, 40), Difference("power", 2.0, 1.0)),
    "CosineAnnealingLR": (Difference("T_max", 25, 50), Difference("eta_min", 0.0, 0.05)),
    "CosineAnnealingWarmRestarts": (
        Difference("T_0", 7, 9),
        Difference("T_mult", 2, 3, {"T_0": 3}),
        Difference("eta_min", 0.0, 0.05),
    ),
    "OneCycleLR": (
        Difference("max_lr", 1.0, 5.0),
        Difference("total_steps", 100, 200),
        Difference("epochs", 10, 20, _EPOCHS),
        Difference("steps_per_epoch", 10, 20, _EPOCHS),
        Difference("pct_start", 0.3, 0.6),
        Difference("anneal_strategy", "cos", "linear"),
        Difference("cycle_momentum", True, False),
        Difference("base_momentum", 0.85, 0.5),
        Difference("max_momentum", 0.95, 0.9),
        Difference("div_factor", 25.0, 5.0),
        Difference("final_div_factor", 1e4, 2.0, {"total_steps": LENGTH + 1}),
        Difference("three_phase", False, True, {"total_steps": 2 * LENGTH}),
    ),
    "CyclicLR": (
        Difference("base_lr", 0.01, 0.05),
        Difference("max_lr", 0.2, 0.9),
        Difference("step_size_up", 6, 3),
        Difference("step_size_down", 6, 9),
        Difference("mode", "triangular", "triangular2"),
        Difference("gamma", 0.9, 0.5, _RANGE),
        Difference("scale_fn", lambda x: 0.9**x, lambda x: 0.5**x),
        Difference("scale_mode", "cycle", "iterations", {"scale_fn": lambda x: 0.9**x}),
        Difference("cycle_momentum", True, False),
        Difference("base_momentum", 0.8, 0.5),
        Difference("max_momentum", 0.9, 0.95),
    ),
    "ReduceLROnPlateau": (
        Difference("mode", "min", "max", metrics=_WORSE),
        Difference("factor", 0.5, 0.1),
        Difference("patience", 2, 5),
        Difference("threshold", 1e-4, 0.2, {"threshold_mode": "abs"}, _FALLING),
        Difference("threshold_mode", "rel", "abs", {"threshold": 0.1}, _FALLING),
        Difference("cooldown", 0, 3),
        Difference("min_lr", 0, 0.02),
        Difference("eps", 1e-8, 0.02),
    ),
    "SequentialLR": (Difference("schedulers", _inner(20), _inner(40)), Difference("milestones", [5], [20])),
    "ChainedScheduler": (Difference("schedulers", _decays(0.9), _decays(0.5)),),
    "SWALR": (
        Difference("swa_lr", 0.02, 0.05),
        Difference("anneal_epochs", 25, 15),
        Difference("anneal_strategy", "cos", "linear", {"anneal_epochs": 25}),
    ),
}
"""One difference for each argument that a schedule depends on."""


def compared_arguments(name: str) -> list[str]:
    """The arguments that must have a difference: all but the optimizer and the position."""
    parameters = inspect.signature(scheduler_classes()[name]).parameters
    return [key for key in parameters if key not in ("optimizer", "last_epoch")]


def restored(name: str, difference: Difference) -> bool:
    """Does the resumed run go on as the training run although it was given the other value.

    Raises:
        ValueError: the two values make no difference, so nothing would be shown.
    """
    before, after = maker(name, difference.training), maker(name, difference.resuming)
    rates, saved = train(before, STOP, difference.metrics)
    if not differing(rates, train(after, STOP, difference.metrics)[0]):
        raise ValueError(f"{name}: {difference.argument} makes no difference")
    return not differing(resume(after, saved, "COS", difference.metrics), rates[STOP:])


def state_excludes(name: str) -> list[str]:
    """The arguments that load_state_dict() leaves as the resuming program gave them, in the order of the signature."""
    lost = {difference.argument for difference in DIFFERENCES[name] if not restored(name, difference)}
    optimizer: torch.optim.Optimizer = fresh_optimizer()
    if "optimizer" not in maker(name)(optimizer).state_dict():
        lost.add("optimizer")
    return [key for key in inspect.signature(scheduler_classes()[name]).parameters if key in lost]


def check_complete() -> None:
    """Raises ValueError when an argument of a scheduler has no difference."""
    for name in scheduler_classes():
        missing = set(compared_arguments(name)) - {difference.argument for difference in DIFFERENCES[name]}
        if missing:
            raise ValueError(f"{name}: no difference for {', '.join(sorted(missing))}")


if __name__ == "__main__":
    check_complete()
    with quiet():
        for scheduler in scheduler_classes():
            print(scheduler, state_excludes(scheduler))
