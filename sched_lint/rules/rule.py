"""What a rule is, and the small vocabulary rules share."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from typing import TYPE_CHECKING, NamedTuple

from sched_lint.quantities import Const, Snippet, literal
from sched_lint.timeline import Event, Loaded, Optimizer, RateWritten, Scheduler, Site, Timeline, on_one_path, precedes

if TYPE_CHECKING:
    from sched_lint.rules.pairing import Pair


class Diagnosis(NamedTuple):
    """What a rule found: where, what to say, the places that belong to it, and how sure it is."""

    site: Site
    message: str
    related: tuple[tuple[Site, str], ...] = ()
    confidence: str = "high"


class Rule(NamedTuple):
    """One rule of the catalogue.

    `documentation` is the page that `sched-lint rule CODE` prints (Markdown). `check` reads one timeline, `check_pair` a
    training run together with the run that resumes it; a rule has one of the two, or neither when the pipeline itself reports it.
    `needs_run` is False for a rule that can tell from one call alone, whether a program comes to it or not.
    """

    code: str
    name: str
    summary: str
    documentation: str
    check: Callable[[Timeline], Iterator[Diagnosis]] | None = None
    check_pair: Callable[[Pair], Iterator[Diagnosis]] | None = None
    default_enabled: bool = True
    needs_run: bool = True


def describe(scheduler: Scheduler) -> str:
    """How a message names a scheduler: its class, or what made it."""
    if scheduler.factory:
        return f"the schedule of {scheduler.factory}()"
    return "the scheduler" if scheduler.name == "scheduler" else f"this {scheduler.name}"


def is_constant(scheduler: Scheduler) -> bool:
    """Does the scheduler leave the learning rate at its first value, however often it is stepped?"""
    if scheduler.factory:
        name = scheduler.arguments.get("name")
        return scheduler.factory == "get_constant_schedule" or (isinstance(name, Const) and name.value == "constant")
    if scheduler.name == "OneCycleLR":
        factors = (scheduler.arguments.get("div_factor"), scheduler.arguments.get("final_div_factor"))
        return all(literal(factor) == 1 for factor in factors)
    function = scheduler.arguments.get("lr_lambda") if scheduler.name == "LambdaLR" else None
    if not isinstance(function, Snippet) or not function.text.startswith("lambda"):
        return False
    return re.findall(r"\w+", function.text).count(function.parameter) == 1  # it never asks for its argument


def drivers(scheduler: Scheduler) -> tuple[Optimizer, ...]:
    """The optimizers a scheduler may drive."""
    return tuple(optimizer for _, optimizer in scheduler.optimizers)


def from_checkpoint(event: Loaded) -> bool:
    """Was a state restored from outside this run (not copied from a live object)?"""
    return not event.in_memory


def loads_of(timeline: Timeline, subject: object) -> Iterator[Loaded]:
    return (event for event in timeline.of(Loaded) if event.subject is subject)


def rate_set_between(timeline: Timeline, optimizer: Optimizer, first: Event, then: Event) -> bool:
    """Is the optimizer's learning rate written by hand between two events?"""
    return any(
        event.subject is optimizer and precedes(first, event) and precedes(event, then) and on_one_path(first, event, then)
        for event in timeline.of(RateWritten)
    )
