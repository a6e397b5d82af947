"""# SCH105 optimizer-replaced

## What it does
Reports an optimizer that takes the place of the one a scheduler was built on, when the new one is stepped and the scheduler
still drives the old one.

## Why is this bad
The scheduler goes on changing the learning rate of an optimizer that nobody uses; the new one trains at its initial learning
rate to the end. Nothing is reported.

## Example
```python
scheduler = StepLR(optimizer, step_size=30)
if finetune:
    optimizer = SGD(model.parameters(), lr=0.01)
```
Use instead: build the scheduler after the last optimizer.

## When it is silent
When a wrapper hands the same object back (DDP, amp.initialize, accelerator.prepare), when a scheduler is built on the new
optimizer too, when the old one is still stepped, and when the new one is never stepped.

## Since
sched-lint 0.1.0.
"""

from collections.abc import Iterator

from sched_lint.rules.resume import stepped_after
from sched_lint.rules.rule import Diagnosis, Rule
from sched_lint.timeline import Built, OptimizerStepped, Rebound, Scheduler, Segment, Stepped, Timeline, on_one_path, precedes


def check(timeline: Timeline) -> Iterator[Diagnosis]:
    for change in timeline.of(Rebound):
        for built, scheduler in timeline.schedulers():
            if scheduler.drives(change.old) and precedes(built, change) and on_one_path(built, change):
                if not change.new.wraps and _left_behind(timeline, scheduler, change):
                    yield Diagnosis(
                        change.new.site,
                        f"this optimizer takes the place of the one that the {scheduler.name} drives: the schedule changes "
                        "the old one only, and this one trains at its initial learning rate; build the scheduler after it",
                        (
                            (scheduler.site, f"{scheduler.name} built on the old optimizer"),
                            (change.old.site, "the old optimizer"),
                        ),
                    )


def _left_behind(timeline: Timeline, scheduler: Scheduler, change: Rebound) -> bool:
    if scheduler.drives(change.new):
        return False  # it was handed over
    for other, driven in timeline.schedulers():
        # A schedule for the new one is in its place, unless the old one goes on beside it (a warm-up in the first epoch).
        if driven.drives(change.new) and on_one_path(other, change) and not stepped_after(timeline, scheduler, change, other):
            return False
    after = [
        event
        for event in timeline.events
        if event.index > change.index and _in_one_run(event.segment, change.segment) and on_one_path(event, change)
    ]
    steps = [event.subject for event in after if isinstance(event, OptimizerStepped)]
    turned = any(isinstance(event, Stepped) and event.subject is scheduler for event in after)
    # A scheduler built later on an optimizer that is not known may be the new one's.
    rebuilt = any(
        isinstance(event, Built) and isinstance(event.subject, Scheduler) and not event.subject.optimizers
        and event.subject.part_of is None
        for event in after
    )  # fmt: skip
    return change.new in steps and change.old not in steps and turned and not rebuilt


def _in_one_run(later: Segment, earlier: Segment) -> bool:
    """Not of two functions that nobody calls, of which each may be a program of its own."""
    starts = []
    for segment in (later, earlier):
        while segment.parent is not None and segment.parent.parent is not None:
            segment = segment.parent
        starts.append(segment)
    return starts[0] is starts[1] or any(start.parent is None for start in starts)


assert __doc__ is not None
RULE = Rule("SCH105", "optimizer-replaced", "The scheduler still drives an optimizer that was replaced.", __doc__, check)
