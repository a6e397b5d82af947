"""# SCH208 horizon-mismatch

## What it does
Reports a schedule whose total number of steps and the loop that steps it disagree, where both are known: OneCycleLR stepped more
often than its total, CosineAnnealingLR carried past T_max by a literal.

## Why is this bad
OneCycleLR raises ValueError ("Tried to step 1001 times. The specified number of total steps is 1000") at the first step past its
total, hours into the run. CosineAnnealingLR climbs back towards the initial learning rate after T_max: with T_max=50 and 80
epochs, the last one runs at 0.062 of an initial 0.1 (torch 2.13.0).

## Example
```python
scheduler = OneCycleLR(optimizer, max_lr=0.1, total_steps=1000)
for epoch in range(20):
    for i in range(100):
        train_step()
        scheduler.step()
```
Use instead: compute both from the same numbers: `total_steps=epochs * len(loader)`.

## When it is silent
When the disagreement cannot be proved, when steps stand under conditions or a loop is left by a count of steps, and when a
cosine is carried over two or more whole periods (warm restarts of one's own).

## Since
sched-lint 0.1.0.

## References
- https://github.com/A4Bio/PiFold/issues/6, https://github.com/vLAR-group/GrowSP/issues/11
"""

from collections.abc import Iterator

from sched_lint.quantities import literal, text
from sched_lint.rules.horizon import Product, product, steps_taken
from sched_lint.rules.rule import Diagnosis, Rule
from sched_lint.timeline import Scheduler, Stepped, Timeline, is_unset


def check(timeline: Timeline) -> Iterator[Diagnosis]:
    for event in timeline.of(Stepped):
        scheduler = event.subject
        if event.arguments or event.by or scheduler.part_of is not None or scheduler.custom:
            continue
        if _stepped_elsewhere(timeline, event):
            continue
        if scheduler.name == "OneCycleLR":
            yield from _one_cycle(timeline, event, scheduler)
        elif scheduler.name == "CosineAnnealingLR":
            yield from _cosine(timeline, event, scheduler)


def _stepped_elsewhere(timeline: Timeline, event: Stepped) -> bool:
    return any(other is not event and other.subject is event.subject for other in timeline.of(Stepped))


def _one_cycle(timeline: Timeline, event: Stepped, scheduler: Scheduler) -> Iterator[Diagnosis]:
    total = _total(scheduler)
    taken = steps_taken(event, timeline)
    related = ((event.site, "stepped here"),)
    if total is not None and taken is not None:
        ratio = taken.times(total, -1)
        if not ratio.factors and ratio.number > 1 + 1e-9:
            counts = f" ({taken.number:g} steps of {total.number:g})" if not taken.factors and not total.factors else ""
            yield Diagnosis(
                scheduler.site,
                f"this OneCycleLR is stepped more often than it has steps{counts}: its first step past the "
                f"end raises ValueError, late in the run; compute total_steps from the numbers the loops use",
                related,
            )


def _total(scheduler: Scheduler) -> Product | None:
    steps = scheduler.arguments.get("total_steps")
    if steps is not None and not is_unset(steps):
        return product(steps)
    epochs, per_epoch = scheduler.arguments.get("epochs"), scheduler.arguments.get("steps_per_epoch")
    if epochs is None or per_epoch is None:
        return None
    left, right = product(epochs), product(per_epoch)
    return left.times(right) if left and right else None


def _cosine(timeline: Timeline, event: Stepped, scheduler: Scheduler) -> Iterator[Diagnosis]:
    horizon = scheduler.arguments.get("T_max")
    taken = steps_taken(event, timeline, defaults=True)
    if horizon is None or taken is None or taken.factors:
        return
    half = literal(horizon)
    if half is not None and half >= 5 and half + 1 < taken.number < 2 * half:
        yield Diagnosis(
            scheduler.site,
            f"T_max={text(horizon)} ends the cosine after {half:g} of {taken.number:g} steps: then the learning rate climbs "
            "back towards its initial value; give T_max the number of steps",
            ((event.site, "stepped here"),),
            "medium",
        )


assert __doc__ is not None
RULE = Rule("SCH208", "horizon-mismatch", "The schedule's total and the number of its steps disagree.", __doc__, check)
