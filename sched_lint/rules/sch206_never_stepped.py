"""# SCH206 never-stepped

## What it does
Reports a scheduler that is built and kept, while its optimizer is stepped in a training loop, but that is stepped on no path
and handed to nothing that could step it.

## Why is this bad
The learning rate stays what the constructor made it: for StepLR and CosineAnnealingLR the initial one to the end; for a warm-up
(LinearLR, OneCycleLR, LambdaLR) its first value, often near zero.

## Example
```python
scheduler = CosineAnnealingLR(optimizer, T_max=epochs)
for epoch in range(epochs):
    for batch in loader:
        train_step(batch)
```
Use instead: call `scheduler.step()` at the end of every epoch.

## When it is silent
For parts of SequentialLR, ChainedScheduler and own schedulers, when it is returned, registered, or handed to Lightning, the HF
Trainer, deepspeed.initialize, Ignite or any code that is not seen, when the optimizer is not stepped in a loop that is seen, and
when another program steps what is built here by another method of the same file.

## Since
sched-lint 0.1.0.
"""

from collections.abc import Iterator

from sched_lint.rules.resume import has_last_epoch
from sched_lint.rules.rule import Diagnosis, Rule, describe, drivers, is_constant
from sched_lint.timeline import Built, Escaped, OptimizerStepped, Owned, RateWritten, Scheduler, Stepped, Timeline, on_one_path


def check(timeline: Timeline) -> Iterator[Diagnosis]:
    if timeline.notes:
        return
    driven: tuple[Stepped | Owned, ...] = (*timeline.of(Stepped), *timeline.of(Owned))
    stepped = {id(part) for event in driven for part in event.subject.tree}
    escaped = {id(event.subject) for event in timeline.of(Escaped)}
    for built, scheduler in timeline.schedulers():
        if id(scheduler) in stepped | escaped or scheduler.part_of is not None or not scheduler.is_understood:
            continue
        if built.loops and (has_last_epoch(scheduler) or _stepped_at_next_turn(timeline, built)):
            continue
        if _twin_lives(timeline, built, scheduler, stepped | escaped) or built.site.identity in timeline.stepped_elsewhere:
            continue
        training = _trained(timeline, built, scheduler)
        if training is None or is_constant(scheduler):
            continue
        other = _other(timeline, built, scheduler)
        by_hand = next((event for event in timeline.of(RateWritten) if _sets_the_rate(timeline, event, built, scheduler)), None)
        if other is not None:
            outcome = (
                ", and another scheduler is that drives its optimizer: what this one is to do never happens; step it as well, or "
                "do not build it"
            )
            related = (other.site, f"{other.name} built here")
        elif by_hand is not None:
            outcome = (
                ", and the learning rate is set by hand: what this one is to do never happens; leave the rate to it, or do not "
                "build it"
            )
            related = (by_hand.site, "the learning rate is set here")
        else:
            outcome = (
                ": the learning rate stays at its first value for the whole training; call its step() as often as the schedule "
                "counts"
            )
            related = (training.site, "its optimizer is stepped here")
        yield Diagnosis(built.site, f"{describe(scheduler)} is never stepped{outcome}", (related,))


def _sets_the_rate(timeline: Timeline, event: RateWritten, built: Built, scheduler: Scheduler) -> bool:
    """Is the learning rate set by hand, turn for turn? Then the scheduler is a left-over."""
    if event.subject not in drivers(scheduler) or not any(loop.trains for loop in event.loops) or not on_one_path(event, built):
        return False
    return not any(timeline.conditions[abs(number)].varying for number in event.path)


def _other(timeline: Timeline, built: Built, scheduler: Scheduler) -> Scheduler | None:
    """Another scheduler that is stepped in the same run and drives the same optimizer."""
    optimizers = drivers(scheduler)
    for event in timeline.of(Stepped):
        if on_one_path(event, built) and any(map(event.subject.drives, optimizers)):
            return event.subject
    return None


def _trained(timeline: Timeline, built: Built, scheduler: Scheduler) -> OptimizerStepped | None:
    optimizers = drivers(scheduler)
    for event in timeline.of(OptimizerStepped):
        if event.subject in optimizers and event.index > built.index and event.loops and on_one_path(event, built):
            return event
    return None


def _stepped_at_next_turn(timeline: Timeline, built: Built) -> bool:
    """Built in a loop whose turns begin with a step of the scheduler before it: the next turn steps this one, maybe."""
    return any(
        event.index < built.index and event.loops[: len(built.loops)] == built.loops and event.segment is built.segment
        for event in timeline.of(Stepped)
    )


def _twin_lives(timeline: Timeline, built: Built, scheduler: Scheduler, alive: set[int]) -> bool:
    """Was the same constructor call reached another way, and that scheduler stepped?"""
    return any(
        other.site.identity == built.site.identity and id(twin) in alive
        for other, twin in timeline.schedulers()
        if twin is not scheduler
    )


assert __doc__ is not None
RULE = Rule("SCH206", "never-stepped", "The scheduler is built and never stepped.", __doc__, check)
