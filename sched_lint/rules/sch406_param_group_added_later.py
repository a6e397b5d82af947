"""# SCH406 param-group-added-later

## What it does
Reports `optimizer.add_param_group()` after the scheduler was built on the optimizer.

## Why is this bad
The scheduler keeps one base learning rate per group it has seen. Measured on torch 2.13.0: CosineAnnealingWarmRestarts,
LambdaLR, MultiplicativeLR, OneCycleLR, CyclicLR and SWALR raise at the next step; SequentialLR at a later one; the others
silently schedule the new group too, from the value it came with, and CosineAnnealingLR raises at the first step past T_max.

## Example
```python
scheduler = OneCycleLR(optimizer, max_lr=0.1, total_steps=1000)
optimizer.add_param_group({"params": model.head.parameters()})
```
Use instead: add the groups first, then build the scheduler.

## When it is silent
When the scheduler is not stepped afterwards, when it is built anew after the group was added, for ReduceLROnPlateau, which has no
place in a schedule to be out of step with, and for schedulers that are not torch's.

## Since
sched-lint 0.1.0.
"""

from collections.abc import Iterator

from sched_lint.rules.resume import escapes, stepped_after
from sched_lint.rules.rule import Diagnosis, Rule, describe
from sched_lint.timeline import GroupAdded, Scheduler, Stepped, Timeline, on_one_path, precedes


def check(timeline: Timeline) -> Iterator[Diagnosis]:
    for added in timeline.of(GroupAdded):
        for built, scheduler in timeline.schedulers():
            if scheduler.custom or scheduler.api is None or scheduler.part_of is not None or not scheduler.drives(added.subject):
                continue
            if not precedes(built, added) or not on_one_path(built, added) or not _goes_on(timeline, scheduler, added):
                continue
            if escapes(timeline, scheduler) or scheduler.name == "ReduceLROnPlateau":
                continue
            if any(
                other.index > added.index
                and later.drives(added.subject)
                and on_one_path(other, added)
                and not stepped_after(timeline, scheduler, added, other)
                for other, later in timeline.schedulers()
            ):
                continue  # built anew
            yield Diagnosis(
                added.site,
                f"{describe(scheduler)} was built before this group was added: {_outcome(scheduler)}; add groups first",
                ((scheduler.site, f"{scheduler.name} built here"),),
            )
            break


def _goes_on(timeline: Timeline, scheduler: Scheduler, added: GroupAdded) -> bool:
    return any(
        step.subject is scheduler and on_one_path(step, added) and (step.index > added.index or step.loops)
        for step in timeline.of(Stepped)
    )


def _outcome(scheduler: Scheduler) -> str:
    if scheduler.name == "CosineAnnealingLR":
        return "the group enters the descent at its full learning rate, and a step past T_max raises"
    kind = scheduler.api.add_param_group if scheduler.api is not None else "silent"
    return {
        "error-next-step": "its next step raises",
        "error-late": "a later step of it raises",
    }.get(kind, "it schedules the new group too, from the learning rate the group came with")


assert __doc__ is not None
RULE = Rule("SCH406", "param-group-added-later", "A param group is added after the scheduler was built.", __doc__, check)
