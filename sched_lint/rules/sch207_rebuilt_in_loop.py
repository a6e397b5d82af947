"""# SCH207 rebuilt-in-loop

## What it does
Reports a scheduler built inside the training loop on an optimizer that outlives the turn.

## Why is this bad
Each turn begins the schedule anew: the progress of the turns before is lost. Measured on torch 2.13.0: StepLR, MultiStepLR,
ReduceLROnPlateau and CosineAnnealingWarmRestarts rebuilt every epoch never decay; OneCycleLR, CyclicLR, LambdaLR and SequentialLR
stay at their first value; LinearLR and ConstantLR multiply their first factor onto what the last one left (below 1e-16
after 30 epochs). ExponentialLR and MultiplicativeLR with a constant factor come out right.

## Example
```python
for epoch in range(epochs):
    scheduler = StepLR(optimizer, step_size=10)
    train(model, optimizer)
    scheduler.step()
```
Use instead: build the scheduler once, before the loop.

## When it is silent
When the optimizer is built in the same turn (folds, sweeps, stages), under a guard that holds in some turns only (a warm-up in
the first epoch), when the loop is not the training loop, when `last_epoch` is given, when a lambda takes its position from
elsewhere than its argument, and for ExponentialLR and MultiplicativeLR, which go on from the learning rate they find.

## Since
sched-lint 0.1.0.
"""

from collections.abc import Iterator

from sched_lint.quantities import Items, Snippet, key
from sched_lint.rules.resume import has_last_epoch
from sched_lint.rules.rule import Diagnosis, Rule, describe, drivers
from sched_lint.timeline import Built, Loop, Scheduler, Stepped, Timeline


def check(timeline: Timeline) -> Iterator[Diagnosis]:
    for built, scheduler in timeline.schedulers():
        if scheduler.part_of is not None or not scheduler.is_understood:
            continue
        if (scheduler.api is not None and not scheduler.api.needs_position) or has_last_epoch(scheduler):
            continue
        loop = next((loop for loop in reversed(built.loops) if _repeats_training(loop, scheduler)), None)
        if loop is None or not _optimizer_outlives(timeline, built, scheduler, loop):
            continue
        if _guarded(timeline, built, loop) or _knows_its_place(scheduler):
            continue
        if any(event.subject is scheduler for event in timeline.of(Stepped)):
            yield Diagnosis(
                built.site,
                f"{describe(scheduler)} is built anew in every turn of this loop, on an optimizer that goes on: its progress is "
                "lost each time; build it once, before the loop",
                ((loop.site, "the training loop"), (drivers(scheduler)[0].site, "the optimizer, built outside of it")),
            )


def _repeats_training(loop: Loop, scheduler: Scheduler) -> bool:
    """Is it a training loop: by its kind, or because the schedule's horizon is its number of turns?"""
    if not loop.trains or loop.kind == "other":
        return False
    if loop.kind in ("epoch", "batch", "iteration"):
        return True
    bound = loop.bound
    return bound is not None and any(
        key(bound) == key(scheduler.arguments[name]) for name in scheduler.units if name in scheduler.arguments
    )


def _optimizer_outlives(timeline: Timeline, built: Built, scheduler: Scheduler, loop: Loop) -> bool:
    optimizers = drivers(scheduler)
    if not optimizers:
        return False
    made = [event for event in timeline.of(Built) if event.subject in optimizers]
    return bool(made) and all(loop not in event.loops for event in made)


def _knows_its_place(scheduler: Scheduler) -> bool:
    """Does a function of its own say where the schedule is, whatever count the scheduler gives it?"""
    given = [part for value in scheduler.arguments.values() for part in (value.items if isinstance(value, Items) else (value,))]
    return any(isinstance(part, Snippet) and part.ignores for part in given)


def _guarded(timeline: Timeline, built: Built, loop: Loop) -> bool:
    inner = {each.number for each in built.loops if each is loop or loop in each.parents}
    for literal in built.path - loop.path:
        condition = timeline.conditions[abs(literal)]
        if condition.varying & inner or condition.optional:
            return True
        if condition.varying:
            return True
    return False


assert __doc__ is not None
RULE = Rule("SCH207", "rebuilt-in-loop", "The scheduler is built anew in every turn of the training loop.", __doc__, check)
