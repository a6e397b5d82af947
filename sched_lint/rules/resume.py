"""What rules about resuming share: how a scheduler gets to its place in the schedule."""

from __future__ import annotations

import re
from collections.abc import Iterator

from sched_lint.quantities import Const, Snippet, Symbol, Value, literal, names, walk
from sched_lint.rules.rule import is_constant
from sched_lint.timeline import (
    Built,
    Escaped,
    Event,
    InitialRateSet,
    Loaded,
    Loop,
    Optimizer,
    OptimizerStepped,
    PositionSet,
    RateWritten,
    Saved,
    Scheduler,
    Stepped,
    Timeline,
    is_unset,
    on_one_path,
)

RECURSIVE = frozenset(
    {"StepLR", "MultiStepLR", "ConstantLR", "LinearLR", "ExponentialLR", "PolynomialLR", "CosineAnnealingLR", "MultiplicativeLR"}
)
"""Schedulers that compute the next value from the present one (torch 2.13.0, `_get_closed_form_lr` is not used by step())."""

WHERE = re.compile(r"start|last|resum|begin|curr?(?:ent)?_|offset|done|init_(?:epoch|step|iter)")
RATES = re.compile(r"lr|rate|factor|ratio|value|gamma")
STARTS = ("start", "first", "resume", "begin", "last", "offset", "initial", "init", "ckpt", "checkpoint", "done", "completed")


def has_last_epoch(scheduler: Scheduler) -> bool:
    """Is `last_epoch` given, and not -1? An unknown value counts as given; a configuration does not know where a run stopped."""
    value = scheduler.arguments.get("last_epoch")
    if scheduler.plain and any(_says_where(name, given) for name, given in scheduler.arguments.items()):
        return True
    if value is None or is_unset(value):
        return not scheduler.settled
    return literal(value) != -1


def _says_where(name: str, value: Value) -> bool:
    """May an argument of a class of the project's own tell it where the run stopped: `start_epoch`, `current_step`?"""
    return not isinstance(value, Const) and WHERE.search(name) is not None and RATES.search(name) is None


def counts_from_an_offset(scheduler: Scheduler) -> bool:
    """Does an lr_lambda add where the run starts (`lambda e: decay ** (e + start_epoch)`)?"""
    for value in scheduler.arguments.values():
        for part in walk(value):
            if isinstance(part, Snippet) and part.shifts:
                spelled = [*part.names, *(name for factor in part.factors for name in names(factor))]
                if any(word in name.lower() for name in spelled for word in STARTS):
                    return True
                if any(_from_checkpoint(inner) for factor in part.factors for inner in walk(factor)):
                    return True
    return False


def _from_checkpoint(value: Value) -> bool:
    return isinstance(value, Symbol) and isinstance(value.key, tuple) and value.key[:1] == ("checkpoint",)


def training_loops(timeline: Timeline) -> set[int]:
    """Numbers of the loops in which optimizers step, or that hold calls that nobody sees."""
    return {loop.number for event in timeline.events if isinstance(event, (OptimizerStepped, Escaped)) for loop in event.loops}


def is_fast_forward(event: Stepped, timeline: Timeline, training: set[int]) -> bool:
    """Is the step in a loop that only turns the scheduler, before training?"""
    if _in_skipped_turns(event, timeline):
        return True
    if any(loop.source == "while" and not _counted_anew(loop) for loop in event.loops):
        return False  # `while scheduler.last_epoch < n` stops where it should
    # A sweep around the whole run has the training in it, too: only the loops within it say that this is none.
    loops = [loop for position, loop in enumerate(event.loops) if loop.kind != "other" or position == len(event.loops) - 1]
    if not loops or any(loop.number in training or loop.trains or loop.backward for loop in loops):
        return False
    drives = event.subject.drives
    return any(
        isinstance(other, OptimizerStepped)
        and other.index > event.index
        and (other.subject is None or drives(other.subject))
        and on_one_path(event, other)
        for other in timeline.events
    )


def _in_skipped_turns(event: Stepped, timeline: Timeline) -> bool:
    """`if epoch < start_epoch: scheduler.step(); continue`: in the first turns of a training loop, which train nothing."""
    loop = event.loops[-1] if event.loops else None
    if loop is None or not any(_holds_at_first(timeline, number, loop) for number in event.path - loop.path):
        return False
    return not any(loop in other.loops and on_one_path(event, other) for other in timeline.of(OptimizerStepped))


def _holds_at_first(timeline: Timeline, number: int, loop: Loop) -> bool:
    condition = timeline.conditions[abs(number)]
    return condition.until_some_turn(number) and condition.counter in loop.targets


def _counted_anew(loop: Loop) -> bool:
    """`done = 0` and `while done < n`: as many turns as that, wherever the scheduler stands."""
    return bool(loop.starts) and all(literal(start) is not None for start in loop.starts)


def positions(timeline: Timeline, scheduler: Scheduler, around: Event) -> Iterator[Event]:
    """The events that bring the scheduler to its place, other than loading its state."""
    training = training_loops(timeline)
    for event in timeline.events:
        if not on_one_path(around, event):
            continue
        if isinstance(event, PositionSet) and event.subject is scheduler:
            yield event
        elif isinstance(event, Stepped) and event.subject is scheduler:
            if (event.arguments and not scheduler.takes_metric) or is_fast_forward(event, timeline, training):
                yield event


def is_positioned(timeline: Timeline, scheduler: Scheduler, around: Event) -> bool:
    """Is the scheduler brought to its place in any other way than by its state?"""
    return (
        has_last_epoch(scheduler) or counts_from_an_offset(scheduler) or any(True for _ in positions(timeline, scheduler, around))
    )


def touched_by_hand(timeline: Timeline, optimizer: Optimizer) -> bool:
    """Is the learning rate written beyond a warm-up, or the optimizer handed to code that is not seen?"""
    return any(
        isinstance(event, (RateWritten, Escaped, InitialRateSet))
        and event.subject is optimizer
        and not (isinstance(event, RateWritten) and _in_first_turns(timeline, event))
        for event in timeline.events
    )


def _in_first_turns(timeline: Timeline, event: Event) -> bool:
    """`if step < warmup_steps: group["lr"] = ...`: what follows is the scheduler's."""
    return any(timeline.conditions[abs(number)].until_some_turn(number) for number in event.path)


def escapes(timeline: Timeline, subject: object) -> bool:
    return any(event.subject is subject for event in timeline.of(Escaped))


def stepped_in_training(timeline: Timeline, scheduler: Scheduler, around: Event) -> Stepped | None:
    """A step of the scheduler in a training loop, on one path with an event and not before it."""
    for event in timeline.of(Stepped):
        if event.subject is scheduler and event.loops and on_one_path(event, around):
            if _only_counts(event.loops[-1]):
                continue
            if any(loop.trains or loop.kind in ("epoch", "batch", "iteration") for loop in event.loops):
                if not (event.index < around.index and event.segment is around.segment):
                    return event
    return None


def stepped_after(timeline: Timeline, scheduler: Scheduler, *events: Event) -> bool:
    """Is the scheduler stepped once all the events are past, in a run that has them?"""
    return any(
        step.subject is scheduler and all(step.index > event.index for event in events) and on_one_path(step, *events)
        for step in timeline.of(Stepped)
    )


def _only_counts(loop: Loop) -> bool:
    """Is it `for _ in range(n)` without training in it: a fast-forward, not the training loop?"""
    return loop.targets == ("_",) and loop.source == "range" and not loop.trains and not loop.backward


def checkpoint_loads(timeline: Timeline) -> Iterator[Loaded]:
    return (event for event in timeline.of(Loaded) if not event.in_memory)


def is_restored(timeline: Timeline, subject: Scheduler) -> bool:
    """Does any restore reach the scheduler? One that goes by the checkpoint's content reaches what was written to it."""
    return any(not _passed_by(timeline, load) for load in timeline.of(Loaded) if load.subject is subject)


def _passed_by(timeline: Timeline, load: Loaded) -> bool:
    writes = list(timeline.of(Saved))
    return load.by_content and bool(writes) and all(saved.keys_known and load.entry not in saved.keys for saved in writes)


def wants_state(scheduler: Scheduler) -> bool:
    """Is it a scheduler of torch whose place in the schedule a resumed run has to be given?"""
    if scheduler.part_of is not None:
        return False
    api = scheduler.behaves_as
    return scheduler.plain or (api is not None and not scheduler.custom and api.needs_position)


def starts_anew(timeline: Timeline, load: Loaded, built: Built, around: Event) -> bool:
    """Does a run that restores an optimizer train on with a scheduler that is at its beginning?

    Args:
        load: the optimizer is restored here.
        built: the scheduler is built here.
        around: the steps that count come on one path with this, and not before it.
    """
    scheduler = built.subject
    if not isinstance(scheduler, Scheduler) or not wants_state(scheduler):
        return False
    if not on_one_path(built, load) or in_deeper_training(built, load) or escapes(timeline, scheduler):
        return False
    if is_restored(timeline, scheduler) or sibling_restored(timeline, built) or is_constant(scheduler):
        return False
    if begins_a_phase(timeline, built, load):
        return False
    return stepped_in_training(timeline, scheduler, around) is not None and not is_positioned(timeline, scheduler, load)


def in_deeper_training(built: Built, other: Event) -> bool:
    """Is something built in a training loop that the other event does not stand in?"""
    return any(_trains(loop) and loop not in other.loops for loop in built.loops)


def _trains(loop: Loop) -> bool:
    return loop.trains or loop.kind in ("epoch", "batch", "iteration")


def _takes_position(built: Built) -> bool:
    """Could the scheduler be given `last_epoch`, as its sibling is? ReduceLROnPlateau could not."""
    api = built.subject.behaves_as if isinstance(built.subject, Scheduler) else None
    return api is None or api.parameter("last_epoch") is not None


def begins_a_phase(timeline: Timeline, built: Built, load: Loaded) -> bool:
    """Is it built after a schedule of its kind was restored with the optimizer and run: to fine-tune, to quantize?"""
    scheduler, optimizer = built.subject, load.subject
    if not isinstance(scheduler, Scheduler) or not isinstance(optimizer, Optimizer):
        return False
    for other in timeline.of(Loaded):
        subject = other.subject
        if isinstance(subject, Scheduler) and subject is not scheduler and subject.name == scheduler.name:
            run = (step for step in timeline.of(Stepped) if step.subject is subject and other.index < step.index < built.index)
            if subject.drives(optimizer) and any(on_one_path(step, other, load, built) for step in run):
                return True
    return False


def sibling_restored(timeline: Timeline, built: Built) -> bool:
    """Is an alternative of the scheduler (another class chosen by an option) restored? Then all of them are meant to be."""
    for other, scheduler in timeline.schedulers():
        if other is not built and not on_one_path(other, built):
            if is_restored(timeline, scheduler) or (has_last_epoch(scheduler) and _takes_position(built)):
                return True
    return False
