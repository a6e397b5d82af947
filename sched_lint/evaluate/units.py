"""What a schedule counts: the evidence that its arguments are epochs or iterations."""

from __future__ import annotations

import math
from collections.abc import Iterator

from sched_lint.evaluate.words import ITERATION, says_epochs, says_iterations, says_only_steps, tokens
from sched_lint.quantities import (
    Const,
    Items,
    Length,
    Op,
    Snippet,
    Symbol,
    Value,
    factors,
    key,
    literal,
    names,
    number,
    text,
    walk,
)  # fmt: skip
from sched_lint.timeline import Evidence, Loop, Scheduler, Stepped, is_unset

CERTAIN, STRONG, FAIR, WEAK = 3.0, 2.0, 1.5, 1.0
DEAD = 1e-6
"""A learning rate this much smaller than it was trains nothing."""
MANY = 500
PER_EPOCH = ITERATION | {"step", "steps", "batch", "update"}
VAST = 10_000
"""Steps that are no epochs, even where the name says so."""
FEW_STEPS = 300
"""Batches that any training run sees: a schedule that is over by then was not written in batches."""


def evidence_for(event: Stepped) -> Iterator[Evidence]:
    """All evidence about the unit of the stepped scheduler and its parts, given the loops it is stepped in."""
    if event.arguments and not event.subject.takes_metric:
        return  # step(epoch) says where the schedule is, however often it is said
    for scheduler in event.subject.tree:
        for argument, role in scheduler.units.items():
            value = scheduler.arguments.get(argument)
            if value is not None and not is_unset(value):
                yield from _of_argument(scheduler, argument, role, value, event)
        if not scheduler.custom:
            for argument, value in scheduler.arguments.items():
                for part in value.items if isinstance(value, Items) else (value,):
                    if isinstance(part, Snippet):
                        yield from _of_snippet(argument, part, event)
        yield from _of_class(scheduler)
        yield from _of_decay(scheduler, event)


def _of_argument(scheduler: Scheduler, argument: str, role: str, value: Value, event: Stepped) -> Iterator[Evidence]:
    shown = f"{argument}={text(value)}"
    if role == "epochs":
        return
    if role == "steps_per_epoch":
        if literal(value) == 1:
            yield Evidence("epoch", STRONG, f"{shown} makes one step an epoch")
        else:
            yield Evidence("iteration", CERTAIN, f"{shown} and epochs= make it a schedule of single batches")
        return
    parts = list(value.items) if isinstance(value, Items) else [value]
    if any(_counts_batches(part) for part in parts):
        yield Evidence("iteration", CERTAIN, f"{shown} counts batches")
        return
    fallbacks = [part.default for part in parts if isinstance(part, Symbol) and isinstance(part.default, (Op, Length))]
    if any(_counts_batches(part) for part in fallbacks):
        yield Evidence("iteration", STRONG, f"{shown} counts batches where nothing else is configured")
        return
    if any(_divided_by_batches(part) for part in parts):
        yield Evidence("epoch", STRONG, f"{shown} counts epochs")
        return
    if role in ("horizon", "period", "milestones") and len(parts) == 1:
        yield from _by_bounds(shown, parts[0], event)
    spoken = [name for part in parts for name in names(part) if name != argument]
    if says_epochs(spoken) and not says_iterations(spoken):
        if not any(_multiplied_beyond(part, event) for part in parts):
            yield Evidence("epoch", STRONG, f"{shown} counts epochs")
    elif says_iterations(spoken) and not says_epochs(spoken):
        # A period called `decay_iters` has long been handed on for one in epochs, so that its name alone says little, and so does
        # an entry of a section that is named for the class: `config["CosineAnnealingLR"]["max_iters"]`.
        worn = role == "period" and any("decay" in tokens(name) for name in spoken)
        worn = worn or any(scheduler.name in name for name in spoken)
        vague = (worn or says_only_steps(spoken)) and not any(_is_large(part) for part in parts)
        yield Evidence("iteration", WEAK if vague else STRONG, f"{shown} counts iterations")
    yield from _by_magnitude(scheduler, shown, role, parts, event)


def _counts_batches(value: Value, depth: int = 10) -> bool:
    """Is `len(loader)` (or a name for it, or samples over batch size) a factor of the value, or of one of its terms?"""
    if depth <= 0:
        return False
    if isinstance(value, Length):
        return True
    if isinstance(value, Op):
        if _per_epoch(value.label):
            return True
        if value.op in ("+", "-", "*", "max", "min", "int", "round", "ceil", "floor", "float"):
            return any(_counts_batches(arg, depth - 1) for arg in value.args)
        if value.op in ("//", "/"):
            return _counts_batches(value.args[0], depth - 1) or _is_batch_size(value.args[1])
        return False
    return isinstance(value, (Symbol, Const)) and any(_per_epoch(name) for name in names(value))


def _is_batch_size(value: Value) -> bool:
    return any({"batch", "size"} <= set(tokens(name)) or name in ("bs", "bsz") for name in names(value))


def _per_epoch(name: str) -> bool:
    words = set(tokens(name.rpartition(".")[2]))
    return bool({"per", "epoch"} <= words and words & PER_EPOCH) or bool({"num", "n", "nb"} & words and {"batches"} & words)


def _divided_by_batches(value: Value) -> bool:
    return any(
        isinstance(part, Op) and part.op in ("/", "//") and _counts_batches(part.args[1]) and not _counts_batches(part.args[0])
        for part in walk(value)
    )


def _by_bounds(shown: str, value: Value, event: Stepped) -> Iterator[Evidence]:
    epoch_loop = event.rate.epoch_loop
    if epoch_loop is not None and _bounds_epochs(epoch_loop) and _equal(value, epoch_loop.bound):
        yield Evidence("epoch", CERTAIN, f"{shown} is the number of epochs")
    loop = event.rate.loop
    if loop is not None and loop.kind == "iteration" and _equal(value, loop.bound):
        yield Evidence("iteration", CERTAIN, f"{shown} is the number of iterations")


def _multiplied_beyond(value: Value, event: Stepped) -> bool:
    """Epochs times something: more than the epochs of the loop, and not itself called epochs."""
    lengths = {f"len({loop.text})" for loop in event.loops}
    if any(isinstance(part, Symbol) and part.text in lengths for part in factors(value)):
        return True
    loop = event.rate.epoch_loop
    if loop is None or loop.bound is None or not _bounds_epochs(loop):
        return False
    if isinstance(value, Op) and value.op == "*" and not says_epochs([value.label]):
        parts = factors(value)
        sizes = [size for size in (literal(part) for part in parts) if size is not None]
        return any(key(part) == key(loop.bound) for part in parts) and bool(sizes) and math.prod(sizes) > 1
    epochs = number(loop.bound)
    size = number(value) if isinstance(value, Const) and not says_epochs([value.label]) else None
    return epochs is not None and size is not None and size > epochs + 1


def _is_more_than_epochs(value: Value) -> bool:
    """Epochs times something that may be the number of batches in one?"""
    parts = factors(value)
    others = [part for part in parts if not says_epochs(names(part))]
    sizes = [literal(part) for part in others]
    return 0 < len(others) < len(parts) and any(size is None or size > 1 for size in sizes)


def _is_large(value: Value, least: int = MANY) -> bool:
    """A number of steps that nobody trains epochs for."""
    size = number(value)
    return size is not None and size >= least


def _bounds_epochs(loop: Loop) -> bool:
    """Is the loop's bound a number of epochs? That of `while step < total` around a loader is not."""
    if loop.bound is None:
        return False
    return loop.source == "range" or (says_epochs([*names(loop.bound), *loop.targets]) and not _is_more_than_epochs(loop.bound))


def _equal(value: Value, bound: Value | None) -> bool:
    if bound is None:
        return False
    if key(value) == key(bound):
        return True
    a, b = number(value), number(bound)
    if a is not None and a == b and a > 1:
        return True
    # range(1, epochs + 1), epochs - 1 and the like
    if isinstance(bound, Op) and bound.op in ("+", "-") and len(bound.args) == 2 and literal(bound.args[1]) == 1:
        return _equal(value, bound.args[0])
    if isinstance(value, Op) and value.op in ("+", "-") and len(value.args) == 2:
        return literal(value.args[1]) == 1 and _equal(value.args[0], bound)
    return False


def _by_magnitude(scheduler: Scheduler, shown: str, role: str, parts: list[Value], event: Stepped) -> Iterator[Evidence]:
    """Against the number of epochs: 30 under range(90), milestones of 60000 under range(90)."""
    epoch_loop = event.rate.epoch_loop
    bound = number(epoch_loop.bound) if epoch_loop is not None and _bounds_epochs(epoch_loop) else None
    sizes = [size for size in (number(part) for part in parts) if size is not None]
    if bound is None or len(sizes) != len(parts) or not sizes or bound < 2:
        return
    largest = max(sizes)
    if role == "milestones" and (min(sizes) <= bound < largest or (len(sizes) == 1 and _is_power_of_ten(largest))):
        return  # `[30, 1e5]`, `[1e5]`: a milestone that stands for "never"
    if largest >= 10 * bound and largest >= 500 and role != "patience":
        yield Evidence("iteration", STRONG, f"{shown} lies far beyond the {bound:g} epochs of the loop")
    elif role in ("period", "milestones") and 1 < largest <= bound and _decays(scheduler):
        yield Evidence("epoch", STRONG, f"{shown} fits the {bound:g} epochs of the loop")


def _is_power_of_ten(size: float) -> bool:
    return size >= 10**4 and math.log10(size).is_integer()


def _decays(scheduler: Scheduler) -> bool:
    if scheduler.name not in ("StepLR", "MultiStepLR"):
        return False
    gamma = number(scheduler.argument("gamma"))
    return gamma is not None and 0 < gamma <= 0.8


def _of_decay(scheduler: Scheduler, event: Stepped) -> Iterator[Evidence]:
    """How soon the learning rate is gone if every step is a batch."""
    gamma = number(scheduler.argument("gamma"))
    if event.rate.epoch_loop is None:
        return  # one loop of so many turns can be the whole training
    if gamma is None or not 0 < gamma < 1 or scheduler.name not in ("ExponentialLR", "StepLR"):
        return
    period = 1.0 if scheduler.name == "ExponentialLR" else number(scheduler.argument("step_size"))
    if period is None:
        return
    gone = period * math.log(DEAD) / math.log(gamma)
    turns = _turns(event)
    if gone <= FEW_STEPS and (turns is None or turns >= gone):
        shown = f"gamma={gamma:g}" if scheduler.name == "ExponentialLR" else f"step_size={period:g}, gamma={gamma:g}"
        yield Evidence("epoch", STRONG, f"{shown} divides the learning rate by a million within {math.ceil(gone)} steps")


def _turns(event: Stepped) -> float | None:
    """How often the step runs in all, where every loop around it has a known number of turns."""
    sizes = [number(loop.bound) for loop in event.loops]
    return None if None in sizes else math.prod(size for size in sizes if size is not None)


def _of_class(scheduler: Scheduler) -> Iterator[Evidence]:
    if scheduler.name == "CyclicLR" and scheduler.complete and "step_size_up" not in scheduler.arguments:
        yield Evidence("iteration", STRONG, "step_size_up=2000 by default counts iterations")
    if scheduler.api is not None and scheduler.api.natural_unit == "iteration":
        yield Evidence("iteration", WEAK, f"{scheduler.name} is made to be stepped after every batch")


def _of_snippet(argument: str, value: Snippet, event: Stepped) -> Iterator[Evidence]:
    shown = f"{argument}={value.text}"
    inner = [*value.names, *(name for factor in value.factors for name in names(factor))]
    epochs, iterations = says_epochs(inner), says_iterations(inner)
    if any(_counts_batches(scale) for scale in value.scales):
        pass  # it counts epochs, and what it makes of them counts batches
    elif any(_counts_batches(part) for part in value.terms) or any(_per_epoch(name) for name in value.names):
        yield Evidence("iteration", CERTAIN, f"{shown} counts batches")
    elif epochs and not iterations:
        more = any(_is_more_than_epochs(part) for part in value.terms) or any(_is_large(each, VAST) for each in value.factors)
        if not more:
            yield Evidence("epoch", STRONG, f"{shown} computes with epochs")
    elif iterations and not epochs:
        vague = says_only_steps(inner) and not any(_is_large(factor) for factor in value.factors)
        yield Evidence("iteration", WEAK if vague else STRONG, f"{shown} computes with iterations")
    elif not epochs and not iterations:
        if says_epochs([value.parameter]):
            yield Evidence("epoch", WEAK, f"the parameter of {shown} is called {value.parameter}")
        elif says_iterations([value.parameter]) or value.parameter in ("step", "steps", "current_step", "global_step"):
            yield Evidence("iteration", WEAK, f"the parameter of {shown} is called {value.parameter}")
    if event.rate.epoch_loop is None:
        return  # as in `_of_decay`
    samples = [value.compute(step) for step in (0, 1, 2, 3, 10, 30, 50, 100)]
    late = value.compute(200)
    found = [sample for sample in samples if sample is not None]
    if late is None or len(found) != len(samples) or max(found) <= 0 or late < 0:
        return
    if late <= 1e-3 * max(found) and says_epochs([value.parameter]) and not iterations:
        yield Evidence("epoch", STRONG, f"{shown} is a function of the epoch and ends by step 200")
    elif late <= DEAD * max(found):
        yield Evidence("epoch", STRONG, f"{shown} has divided the learning rate by a million after 200 steps")
