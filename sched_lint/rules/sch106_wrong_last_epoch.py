"""# SCH106 wrong-last-epoch

## What it does
Reports a `last_epoch=` that cannot be right: given for an optimizer whose state is not restored, equal to the number of
completed steps instead of that minus one, an epoch count for a scheduler that is stepped per batch, or given to SequentialLR.

## Why is this bad
Measured on torch 2.13.0, K being the number of completed scheduler steps: on a fresh optimizer, `last_epoch=` raises KeyError
(`param 'initial_lr' is not specified`); with the optimizer restored, `last_epoch=K` is one step off for every class but
ExponentialLR and MultiplicativeLR (StepLR 2 times, CyclicLR 4 times too high or low until the curves meet again). `K - 1` is
right, with an exception: where K itself is a multiple of StepLR's `step_size`, a milestone of MultiStepLR, or the
`total_iters` of ConstantLR, the constructor applies that change a second time, for the rest of the run.
Only the scheduler's own state is right everywhere.
SequentialLR takes the position but starts the part it lands in anew.

## Example
```python
scheduler = CosineAnnealingLR(optimizer, T_max=90, last_epoch=start_epoch)
```
Use instead: build the scheduler without `last_epoch`, restore the optimizer, restore the scheduler.

## When it is silent
For `last_epoch=-1`, when the optimizer's state is restored before (or may be, by code that is not seen) or `initial_lr` is set
by hand, and when the value's meaning is not known.

## Since
sched-lint 0.1.0.

## References
- https://github.com/pytorch/pytorch/issues/60265, https://github.com/mozilla/TTS/issues/57
"""

from collections.abc import Iterator

from sched_lint.branches import compatible
from sched_lint.quantities import Op, Symbol, Value, alternatives, key, literal, number, text, walk
from sched_lint.rules.resume import RECURSIVE, checkpoint_loads, has_last_epoch
from sched_lint.rules.rule import Diagnosis, Rule, describe, drivers, loads_of
from sched_lint.timeline import (
    Built,
    Escaped,
    InitialRateSet,
    Opened,
    Saved,
    Scheduler,
    Stepped,
    Timeline,
    is_unset,
    on_one_path,
)


def check(timeline: Timeline) -> Iterator[Diagnosis]:
    for built, scheduler in timeline.schedulers():
        value = scheduler.arguments.get("last_epoch")
        if scheduler.custom or value is None or not has_last_epoch(scheduler) or scheduler.factory:
            continue
        possible = [option for path, option in alternatives(value) if compatible(path, built.path)]
        message = next(filter(None, (_problem(timeline, built, scheduler, option) for option in possible)), "")
        if message:
            yield Diagnosis(built.site, message)


def _problem(timeline: Timeline, built: Built, scheduler: Scheduler, value: Value) -> str:
    if is_unset(value) or literal(value) == -1:
        return ""
    shown = f"last_epoch={text(value)}"
    if not _prepared(timeline, built, scheduler) and _certainly_set(timeline, value, built):
        return (
            f"{shown} on an optimizer whose state was not restored: {describe(scheduler)} raises KeyError "
            "(param 'initial_lr' is not specified); restore the optimizer first, or leave last_epoch out"
        )
    if scheduler.name in RECURSIVE and _initial_rate_by_hand(timeline, built, scheduler):
        return (
            f"{shown} with initial_lr written by hand: {describe(scheduler)} computes from the optimizer's learning rate, not "
            "restored either, so the decays of the past are never applied; restore the optimizer and the scheduler"
        )
    if scheduler.name == "SequentialLR":
        return (
            f"{shown} given to SequentialLR: it takes the position, but starts the part it lands in from the beginning; leave "
            "last_epoch out and restore the scheduler's state"
        )
    if scheduler.api is not None and scheduler.api.needs_position and _counts_completed(timeline, built, scheduler, value):
        return (
            f"{shown} is the number of completed epochs; {describe(scheduler)} wants the last completed one, one less: "
            "it is one step ahead for the rest of the run; restore the scheduler's state instead of giving last_epoch"
        )
    if _epochs_for_batches(timeline, scheduler, value):
        return (
            f"{shown} counts epochs, but {describe(scheduler)} is stepped once per batch: the schedule all but starts over; "
            "restore the scheduler's state instead"
        )
    return ""


def _initial_rate_by_hand(timeline: Timeline, built: Built, scheduler: Scheduler) -> bool:
    optimizers = drivers(scheduler)
    if any(load for optimizer in optimizers for load in loads_of(timeline, optimizer)):
        return False
    if any(event.subject in optimizers for event in timeline.of(Escaped)):
        return False
    return any(event.subject in optimizers and event.index < built.index for event in timeline.of(InitialRateSet))


def _prepared(timeline: Timeline, built: Built, scheduler: Scheduler) -> bool:
    """May the optimizer's groups have an initial_lr by then? An earlier scheduler sets it as well."""
    optimizers = drivers(scheduler)
    if not optimizers or timeline.notes:
        return True
    for event in timeline.events:
        if event.index >= built.index or not on_one_path(event, built):
            continue
        if isinstance(event, (InitialRateSet, Escaped)) and event.subject in optimizers:
            return True
        if isinstance(event, Built) and isinstance(event.subject, Scheduler) and any(event.subject.drives(o) for o in optimizers):
            return True
    if any("initial_lr" in str(key(part)) for optimizer in optimizers for part in optimizer.arguments.values()):
        return True
    return any(load.index < built.index for optimizer in optimizers for load in loads_of(timeline, optimizer))


def _certainly_set(timeline: Timeline, value: Value, built: Built) -> bool:
    """Is the value surely not -1 in some run: a number, or something read from a checkpoint?"""
    found = number(value)  # an option's default is the value of the plainest run
    if found is not None:
        return found != -1
    return any(_from_checkpoint(part) for part in walk(value)) and any(on_one_path(event, built) for event in timeline.of(Opened))


def _from_checkpoint(value: Value) -> bool:
    return isinstance(value, Symbol) and isinstance(value.key, tuple) and value.key[:1] == ("checkpoint",)


def _counts_completed(timeline: Timeline, built: Built, scheduler: Scheduler, value: Value) -> bool:
    """Is it an entry of the checkpoint that was written as `epoch + 1`, or the epoch that the loop starts with?"""
    if literal(value) is None and _starts_a_loop(timeline, scheduler, value):
        return True
    if not isinstance(value, Symbol) or not isinstance(value.key, tuple) or value.key[:1] != ("checkpoint",):
        return False
    entry = value.key[2]
    if not any(load.index < built.index for load in checkpoint_loads(timeline)):
        return False
    written = [(saved.values[entry], saved) for saved in timeline.of(Saved) if isinstance(entry, str) and entry in saved.values]
    return bool(written) and all(_is_a_count(each, saved) for each, saved in written)


def _is_a_count(written: Value, saved: Saved) -> bool:
    """`epoch + 1` of a loop that counts from 0, or `epoch` of one that counts from 1."""
    if isinstance(written, Op) and written.op == "+":
        return any(literal(arg) == 1 for arg in written.args)
    loop = next((loop for loop in saved.loops if isinstance(written, Symbol) and loop.number in written.varying), None)
    return loop is not None and any(literal(start) == 1 for start in loop.starts)


def _starts_a_loop(timeline: Timeline, scheduler: Scheduler, value: Value) -> bool:
    for event in timeline.of(Stepped):
        if event.subject is scheduler and event.rate.per == "epoch" and event.rate.loop is not None:
            if any(key(start) == key(value) for start in event.rate.loop.starts):
                return True
    return False


def _epochs_for_batches(timeline: Timeline, scheduler: Scheduler, value: Value) -> bool:
    spelled = text(value).lower().replace("last_epoch", "")  # torch's own name for the number of steps
    if "epoch" not in spelled or "step" in spelled or "iter" in spelled or "len(" in spelled or "*" in spelled:
        return False
    return any(
        event.subject is scheduler
        and event.rate.per in ("batch", "update")
        and any(e.unit == "iteration" and e.strength >= 3 for e in event.evidence)
        for event in timeline.of(Stepped)
    )


assert __doc__ is not None
RULE = Rule("SCH106", "wrong-last-epoch", "A last_epoch that cannot be right.", __doc__, check)
