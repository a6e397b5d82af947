"""# SCH210 stepped-twice

## What it does
Reports a scheduler that is stepped at two places in one turn of the same loop, and one that is stepped by hand although a
framework was given it and steps it: a LightningModule's under automatic optimization, DeepSpeed's engine, the Trainer of
transformers, ignite's LRScheduler.

## Why is this bad
The schedule runs twice as fast as written: half of its values are never used, a cosine ends at half time and climbs back, and
OneCycleLR raises ValueError in the middle of the run. Measured on torch 2.13.0: CosineAnnealingLR(T_max=90) stepped twice an
epoch is at 0 in epoch 45 and back at its initial learning rate in epoch 89; OneCycleLR(total_steps=100) raises in turn 51.

## Example
```python
for epoch in range(epochs):
    train(model, loader, optimizer, scheduler)  # ends with scheduler.step()
    scheduler.step()
```
Use instead: one of the two.

## When it is silent
When the two cannot run in one turn, when the optimizer is stepped twice in the turn as well, when a step is given its position,
when one of them stands under a condition that differs from turn to turn (other than from some turn on, as after a warm-up),
under Lightning's manual optimization, and for schedulers that Accelerate prepared, which are to be stepped by hand.

## Since
sched-lint 0.1.0.

## References
- https://github.com/radixark/miles/pull/1627
"""

from collections.abc import Iterator

from sched_lint.rules.rule import Diagnosis, Rule, describe
from sched_lint.timeline import OptimizerStepped, Owned, Site, Stepped, Timeline, on_one_path


def check(timeline: Timeline) -> Iterator[Diagnosis]:
    yield from _beside_its_whole(timeline)
    yield from _beside_its_owner(timeline)
    steps = [event for event in timeline.of(Stepped) if _regular(event) and not event.by]
    for position, first in enumerate(steps):
        for second in steps[position + 1 :]:
            if second.subject is first.subject and _one_turn(timeline, first, second):
                yield Diagnosis(
                    second.site,
                    f"{describe(first.subject)} was already stepped in this turn of the loop: the schedule runs twice as fast as "
                    "written; drop one of the two steps",
                    (*_places(first, second), (first.subject.site, f"{first.subject.name} built here")),
                )
                break


def _places(first: Stepped, second: Stepped) -> tuple[tuple[Site, str], ...]:
    """Where the first step is; of two by the same line, where the calls part that lead to them."""
    if first.site.identity != second.site.identity:
        return ((first.site, "stepped here as well"),)
    calls = zip(first.calls, second.calls, strict=False)
    parting = next(((one, other) for one, other in calls if one.identity != other.identity), None)
    return () if parting is None else ((parting[0], "stepped from here"), (parting[1], "and from here"))


def _beside_its_whole(timeline: Timeline) -> Iterator[Diagnosis]:
    """A part of a SequentialLR or ChainedScheduler that is stepped by hand as well."""
    for event in timeline.of(Stepped):
        whole = event.subject.part_of
        if whole is None or whole.custom:
            continue
        other = next((e for e in timeline.of(Stepped) if e.subject is whole and on_one_path(e, event)), None)
        if other is not None:
            yield Diagnosis(
                event.site,
                f"{describe(event.subject)} is a part of the {whole.name}, which steps it: this step moves it on a second "
                "time; drop it",
                ((other.site, f"the {whole.name} is stepped here"),),
            )


def _beside_its_owner(timeline: Timeline) -> Iterator[Diagnosis]:
    """A scheduler that was handed to a framework, which steps it, and that is stepped by hand as well."""
    owned: list[Owned | Stepped] = [*timeline.of(Owned), *(event for event in timeline.of(Stepped) if event.by)]
    for event in timeline.of(Stepped):
        if event.by or not _regular(event):
            continue
        other = next((o for o in owned if o.subject is event.subject and on_one_path(o, event) and _share(o, event)), None)
        if other is not None:
            yield Diagnosis(
                event.site,
                f"{describe(event.subject)} is stepped by {other.by} as well: this step moves it on a second time; keep one of "
                "them",
                ((other.site, f"{other.by} has it from here"), (event.subject.site, f"{event.subject.name} built here")),
            )


def _share(owner: Owned | Stepped, step: Stepped) -> bool:
    """Does the step by hand stand in the loop in which the framework trains?"""
    return any(loop in step.loops for loop in owner.loops)


def _regular(event: Stepped) -> bool:
    known = event.rate.per in ("batch", "epoch", "update", "iteration")
    # However often the turn comes: twice in one that trains is once too often.
    return (
        (known or (event.rate.per in ("sometimes", "unknown") and any(loop.trains for loop in event.loops[-1:])))
        and (event.subject.takes_metric or not event.arguments)
        and not event.subject.custom
    )


def _one_turn(timeline: Timeline, first: Stepped, second: Stepped) -> bool:
    if first.loops != second.loops or first.rate.per != second.rate.per or not on_one_path(first, second):
        return False
    if [site.identity for site in first.line_of_calls()] == [site.identity for site in second.line_of_calls()]:
        return False
    if first.path != second.path:
        # Two branches that a run may take one at a time: only certain when both always run.
        for literal in first.path ^ second.path:
            if (first.path >= second.path or second.path >= first.path) and _settled(timeline, literal):
                continue  # where the one runs, the other does in each turn, or from some turn on
            if timeline.conditions[abs(literal)].varying or not timeline.conditions[abs(literal)].optional:
                return False
    updates = [
        event for event in timeline.of(OptimizerStepped)
        if first.loops[-1] in event.loops and (event.subject is None or first.subject.drives(event.subject))
    ]  # fmt: skip
    # One update of the turn may stand between them; of several, each has a step of its own.
    single = len(updates) == 1 and updates[0].loops == first.loops
    return single or not any(first.index < event.index < second.index for event in updates)


def _settled(timeline: Timeline, literal: int) -> bool:
    """Is a decision that of an option, or one that stays as it is: `if step > warmup`?"""
    condition = timeline.conditions[abs(literal)]
    return not condition.varying or condition.until_some_turn(-literal)


assert __doc__ is not None
RULE = Rule("SCH210", "stepped-twice", "The scheduler is stepped at two places in one turn.", __doc__, check)
