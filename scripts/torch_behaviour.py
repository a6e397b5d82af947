"""Measures what torch's schedulers do to learning rates, by running tiny programs on the installed torch.

A program is one run of an optimizer with zero gradients: each turn notes the learning rate (and momentum) in force,
steps the optimizer, then the scheduler. A resumed run is right when it notes what the uninterrupted run noted from
there on.
"""

from __future__ import annotations

import copy
import inspect
import warnings
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from typing import Any, Final

import torch
from torch.optim import lr_scheduler, swa_utils

Build = Callable[[torch.optim.Optimizer], Any]
Rates = list[tuple[float, float]]

LENGTH: Final = 30
CHECKPOINTS: Final = (1, 4, 7, 10, 12, 13, 17, 22)


@dataclass(frozen=True)
class Parts:
    """Stands for a list of schedulers, made anew for each optimizer."""

    builds: tuple[Build, ...]

    def on(self, optimizer: torch.optim.Optimizer) -> list[Any]:
        return [build(optimizer) for build in self.builds]


def warm_up(epoch: int) -> float:
    return min(1.0, (epoch + 1) / 10) * 0.95**epoch


WRITING_PARTS: Final = Parts(
    (lambda o: lr_scheduler.LinearLR(o, 0.1, 1.0, 5), lambda o: lr_scheduler.CosineAnnealingLR(o, 20))
)
CHAINED_PARTS: Final = Parts(
    (lambda o: lr_scheduler.ConstantLR(o, 0.1, 5), lambda o: lr_scheduler.ExponentialLR(o, 0.9))
)
SILENT_PARTS: Final = Parts((lambda o: lr_scheduler.StepLR(o, 4, 0.5), lambda o: lr_scheduler.ExponentialLR(o, 0.9)))

TYPICAL: Final[Mapping[str, Mapping[str, Any]]] = {
    "LambdaLR": {"lr_lambda": warm_up},
    "MultiplicativeLR": {"lr_lambda": lambda epoch: 0.95},
    "StepLR": {"step_size": 5, "gamma": 0.5},
    "MultiStepLR": {"milestones": [5, 10, 20], "gamma": 0.5},
    "ConstantLR": {"factor": 0.3, "total_iters": 15},
    "LinearLR": {"start_factor": 0.1, "end_factor": 1.0, "total_iters": 20},
    "ExponentialLR": {"gamma": 0.9},
    "PolynomialLR": {"total_iters": 25, "power": 2.0},
    "CosineAnnealingLR": {"T_max": 25},
    "CosineAnnealingWarmRestarts": {"T_0": 7},
    "OneCycleLR": {"max_lr": 1.0, "total_steps": 100},
    "CyclicLR": {"base_lr": 0.01, "max_lr": 0.2, "step_size_up": 6},
    "ReduceLROnPlateau": {"factor": 0.5, "patience": 2},
    "SequentialLR": {"schedulers": WRITING_PARTS, "milestones": [5]},
    "ChainedScheduler": {"schedulers": CHAINED_PARTS},
    "SWALR": {"swa_lr": 0.02, "anneal_epochs": 10},
}
"""Arguments under which each scheduler's learning rate moves within LENGTH steps."""


def scheduler_classes() -> dict[str, type[Any]]:
    """Every scheduler that torch offers by a public name, without the base classes; sorted."""
    found = {name: getattr(lr_scheduler, name) for name in lr_scheduler.__all__ if name != "LRScheduler"}
    found["SWALR"] = swa_utils.SWALR
    return dict(sorted(found.items()))


def optimizer_parameter(name: str) -> str | None:
    return "optimizer" if "optimizer" in inspect.signature(scheduler_classes()[name]).parameters else None


def parts_parameter(name: str) -> str | None:
    return "schedulers" if "schedulers" in inspect.signature(scheduler_classes()[name]).parameters else None


def maker(name: str, changes: Mapping[str, Any] | None = None) -> Build:
    """A function that builds the scheduler with typical arguments and the given changes of them (None takes one
    away)."""
    arguments = {**TYPICAL[name], **(changes or {})}
    scheduler_class = scheduler_classes()[name]

    def build(optimizer: torch.optim.Optimizer) -> Any:
        given = {key: value for key, value in arguments.items() if value is not None}
        for key, value in given.items():
            given[key] = value.on(optimizer) if isinstance(value, Parts) else copy.deepcopy(value)
        return scheduler_class(optimizer=optimizer, **given)

    return build


def fresh_optimizer(lr: float = 0.1) -> torch.optim.Optimizer:
    return torch.optim.SGD([torch.nn.Parameter(torch.ones(2))], lr=lr, momentum=0.9)


def turn(optimizer: torch.optim.Optimizer, scheduler: Any, metric: float = 1.0) -> tuple[float, float]:
    """One optimizer step and one scheduler step; returns the learning rate and momentum of the optimizer step."""
    for group in optimizer.param_groups:
        for parameter in group["params"]:
            parameter.grad = torch.zeros_like(parameter)
    noted = float(optimizer.param_groups[0]["lr"]), float(optimizer.param_groups[0]["momentum"])
    optimizer.step()
    if isinstance(scheduler, lr_scheduler.ReduceLROnPlateau):
        scheduler.step(metric)
    else:
        scheduler.step()
    return noted


@dataclass(frozen=True)
class Checkpoint:
    steps: int
    optimizer: dict[str, Any]
    scheduler: dict[str, Any]


def train(build: Build, stop: int, metrics: Sequence[float] = ()) -> tuple[Rates, Checkpoint]:
    """The rates of an uninterrupted run of LENGTH turns, and the states it had after `stop` of them."""
    optimizer = fresh_optimizer()
    scheduler = build(optimizer)
    rates: Rates = []
    saved = None
    for index in range(LENGTH):
        if index == stop:
            saved = Checkpoint(stop, copy.deepcopy(optimizer.state_dict()), copy.deepcopy(scheduler.state_dict()))
        rates.append(turn(optimizer, scheduler, metrics[index] if metrics else 1.0))
    assert saved is not None
    return rates, saved


def resume(build: Build, saved: Checkpoint, order: str, metrics: Sequence[float] = ()) -> Rates:
    """The rest of a run resumed by the letters of `order`: C constructs the scheduler, O and S load the two states."""
    optimizer = fresh_optimizer()
    scheduler: Any = None
    for letter in order:
        if letter == "C":
            scheduler = build(optimizer)
        elif letter == "O":
            optimizer.load_state_dict(copy.deepcopy(saved.optimizer))
        else:
            scheduler.load_state_dict(copy.deepcopy(saved.scheduler))
    return [turn(optimizer, scheduler, metrics[index] if metrics else 1.0) for index in range(saved.steps, LENGTH)]


def differing(first: Rates, second: Rates) -> list[int]:
    """The turns at which two runs of equal length used different learning rates or momenta."""
    return [
        index
        for index, pair in enumerate(zip(first, second, strict=True))
        if any(abs(a - b) > 1e-9 for a, b in zip(*pair, strict=True))
    ]


def errors_of_resuming(name: str, order: str) -> Iterator[list[int]]:
    """For each checkpoint the turns after it at which a run resumed in this order is wrong."""
    for stop in CHECKPOINTS:
        rates, saved = train(maker(name), stop)
        yield differing(resume(maker(name), saved, order), rates[stop:])


def rebuilt_after_restore(name: str) -> str:
    wrong = [turns for turns in errors_of_resuming(name, "OCS") if turns]
    if not wrong:
        return "none"
    return "first-step" if all(turns == [0] for turns in wrong) else "rest-of-run"


def needs_position(name: str) -> bool:
    return any(errors_of_resuming(name, "CO"))


def build_writes(name: str, changes: Mapping[str, Any] | None = None) -> bool:
    """Does the constructor move the learning rate of an optimizer restored at any of the checkpoints."""
    for stop in CHECKPOINTS:
        _, saved = train(maker(name), stop)
        optimizer = fresh_optimizer()
        optimizer.load_state_dict(saved.optimizer)
        restored = optimizer.param_groups[0]["lr"]
        maker(name, changes)(optimizer)
        if abs(float(optimizer.param_groups[0]["lr"]) - restored) > 1e-9:
            return True
    return False


def neutral_arguments(name: str) -> dict[str, float]:
    """The arguments that keep a writing constructor from writing when they are 1."""
    if not build_writes(name):
        return {}
    parameters = inspect.signature(scheduler_classes()[name]).parameters.values()
    factors = [p.name for p in parameters if p.name == "lr_lambda" or isinstance(p.default, float)]
    return {
        factor: 1.0
        for factor in factors
        if not build_writes(name, {factor: (lambda epoch: 1.0) if factor == "lr_lambda" else 1.0})
    }


def writes_lr_on_build(name: str) -> str:
    parts = parts_parameter(name)
    if not build_writes(name):
        return "never"
    if neutral_arguments(name) or (parts and not build_writes(name, {parts: SILENT_PARTS})):
        return "conditional"
    return "always"


def ignores_base_lr(name: str) -> bool:
    runs = []
    for lr in (0.1, 0.03):
        optimizer = fresh_optimizer(lr)
        scheduler = maker(name)(optimizer)
        runs.append([turn(optimizer, scheduler) for _ in range(LENGTH)])
    return not differing(*runs)


def step_parameter(name: str) -> str | None:
    parameters = list(inspect.signature(scheduler_classes()[name].step).parameters)
    return parameters[1] if len(parameters) > 1 else None


def step_epoch(name: str) -> str:
    """What `step(3)` is taken for; see `SchedulerApi.step_epoch`."""
    optimizer = fresh_optimizer()
    scheduler = maker(name)(optimizer)
    optimizer.step()
    try:
        scheduler.step()
    except TypeError:
        return "metric"
    with warnings.catch_warnings(record=True) as caught:
        warnings.simplefilter("always")
        try:
            scheduler.step(3)
        except TypeError:
            return "error"
    assert scheduler.last_epoch == 3
    return "deprecated" if any("deprecated" in str(warning.message) for warning in caught) else "documented"


def add_param_group(name: str) -> str:
    """What a parameter group added after construction leads to; the parts of a container are ones that take it."""
    parts = parts_parameter(name)
    optimizer = fresh_optimizer()
    scheduler = maker(name, {parts: SILENT_PARTS} if parts else None)(optimizer)
    optimizer.add_param_group({"params": [torch.nn.Parameter(torch.ones(2))], "lr": 0.05})
    for index in range(2 * LENGTH):
        try:
            turn(optimizer, scheduler)
        except (IndexError, KeyError, RuntimeError, ValueError):
            return "error-late" if index else "error-next-step"
    return "silent"


@contextmanager
def quiet() -> Iterator[None]:
    """Torch's warnings about the odd things done here are expected."""
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        yield
