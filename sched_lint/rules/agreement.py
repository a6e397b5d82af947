"""Comparing arguments of the training run with those of the run that resumes it."""

from __future__ import annotations

import math
from collections.abc import Iterator
from typing import NamedTuple

from sched_lint.quantities import Items, Known, Snippet, Value, known, text
from sched_lint.rules.pairing import Pair, Training, by_default
from sched_lint.timeline import Scheduler

SAMPLES = (0, 1, 2, 3, 10, 30, 50, 100, 200)
NOT_COMPARED = frozenset({"optimizer", "last_epoch", "verbose", "schedulers", "params"})


class Difference(NamedTuple):
    """One argument that differs."""

    argument: str
    trained: str
    resumed: str
    by_default: bool
    function: bool  # a function: not in the state dict
    part: Scheduler | None = None  # the part of the resumed scheduler whose argument it is


def differences(trained: Scheduler, resumed: Scheduler) -> Iterator[Difference]:
    """The arguments of two schedulers of one class that certainly differ, those of their parts included."""
    if not (trained.complete and resumed.complete):
        names = set(trained.arguments) & set(resumed.arguments)
    else:
        names = set(trained.arguments) | set(resumed.arguments)
    for name in sorted(names - NOT_COMPARED):
        found = compare(name, trained.argument(name), resumed.argument(name))
        if found is not None:
            yield found
    if len(trained.parts) == len(resumed.parts):
        for a, b in zip(trained.parts, resumed.parts, strict=True):
            if a.name == b.name:
                for inner in differences(a, b):
                    yield Difference(
                        inner.argument, inner.trained, inner.resumed, inner.by_default, inner.function, inner.part or b
                    )


def compare(name: str, trained: Value | None, resumed: Value | None) -> Difference | None:
    """The difference between two values; None unless both are known and differ."""
    if trained is None or resumed is None:
        return None
    if isinstance(trained, Snippet) and isinstance(resumed, Snippet):
        if _functions_differ(trained, resumed):
            return Difference(name, trained.text, resumed.text, False, True)
        return None
    if isinstance(trained, Items) and isinstance(resumed, Items) and any(isinstance(i, Snippet) for i in trained.items):
        for a, b in zip(trained.items, resumed.items, strict=False):
            found = compare(name, a, b)
            if found is not None:
                return found
        return None
    left, right = known(trained), known(resumed)
    if left is None or right is None or _equal(left.value, right.value):
        return None
    if any(side.value is None and side.by_default for side in (left, right)):
        return None  # an option that is None by default gets its value elsewhere
    if any(side.by_default and isinstance(side.value, (int, float)) and side.value < 0 for side in (left, right)):
        return None  # no schedule's number is negative: the defaults it comes from are not what is run
    return Difference(name, shown(trained, left), shown(resumed, right), left.by_default or right.by_default, False)


def shown(value: Value, found: Known) -> str:
    """A value for a message: its constant, and its spelling where that says more."""
    plain = repr(found.value)
    spelled = text(value)
    return plain if spelled in (plain, "?") or not found.by_default else f"{plain} ({spelled} by default)"


def _equal(a: object, b: object) -> bool:
    if isinstance(a, (list, tuple)) and isinstance(b, (list, tuple)):
        return len(a) == len(b) and all(_equal(x, y) for x, y in zip(a, b, strict=True))
    if isinstance(a, (int, float)) and isinstance(b, (int, float)):
        return math.isclose(a, b, rel_tol=1e-9, abs_tol=1e-12)
    return a == b


def _functions_differ(a: Snippet, b: Snippet) -> bool:
    """Do two functions, computed at the same steps, certainly give different values?"""
    for step in SAMPLES:
        left, right = a.compute(step), b.compute(step)
        if left is not None and right is not None and not math.isclose(left, right, rel_tol=1e-9, abs_tol=1e-12):
            return True
    return False


def counterpart(pair: Pair) -> tuple[list[Training], list[Training]]:
    """The training runs to compare with: those of the resumed scheduler's class, and those of another one.

    Where defaults choose among classes, only what they choose counts. Nothing is compared when a class is not known.
    """
    trained = list(pair.trained)
    if any(training.scheduler.name == "scheduler" for training in trained):
        return [], []
    mine = by_default(pair.resumed)
    if mine is False:
        return [], []
    if mine is True:
        chosen = [training for training in trained if by_default(training) is True]
        trained = chosen or [training for training in trained if by_default(training) is not False]
    same = [training for training in trained if training.scheduler.name == pair.resumed.scheduler.name]
    other = [training for training in trained if training not in same]
    return same, [] if same else other
