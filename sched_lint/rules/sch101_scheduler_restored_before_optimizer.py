"""# SCH101 scheduler-restored-before-optimizer

## What it does
Reports `scheduler.load_state_dict()` that runs before `load_state_dict()` of the optimizer it drives, in one run.

## Why is this bad
It is against the convention (optimizer first), and it is safe only as long as nothing looks at the optimizer while the
scheduler is being restored. Measured on torch 2.13.0: for torch's own schedulers the learning rates of the resumed run are
the same in both orders, because their `load_state_dict` never touches the optimizer. A scheduler that writes the learning
rate while loading (your own, or a third party's) is different: the optimizer's old learning rate then overwrites it, or it
computes from the wrong one. Code that steps or reads the learning rate between the two calls sees the wrong value too.

## Example
```python
scheduler.load_state_dict(checkpoint["scheduler"])
optimizer.load_state_dict(checkpoint["optimizer"])
```
Use instead (build both, load the optimizer, load the scheduler):
```python
optimizer.load_state_dict(checkpoint["optimizer"])
scheduler.load_state_dict(checkpoint["scheduler"])
```

## When it is silent
When the two calls cannot run in one run, when training happens between them, when the optimizer was restored before as well,
when the states come from memory or from a file that the same run wrote just before, and when `torch.distributed.checkpoint.load`
restores the scheduler in place, with all that the checkpoint holds.

## Since
sched-lint 0.1.0.

## References
- torch.optim.lr_scheduler.LRScheduler: the note on initialising a scheduler and restoring its optimizer (PyTorch PR 149942).
"""

from collections.abc import Iterator

from sched_lint.quantities import key
from sched_lint.rules.rule import Diagnosis, Rule, describe, drivers, from_checkpoint, loads_of
from sched_lint.timeline import Loaded, OptimizerStepped, Saved, Scheduler, Timeline, on_one_path, precedes


def check(timeline: Timeline) -> Iterator[Diagnosis]:
    for event in timeline.of(Loaded):
        scheduler = event.subject
        if not isinstance(scheduler, Scheduler) or not from_checkpoint(event) or event.in_place:
            continue
        late = _optimizer_loaded_after(timeline, event, scheduler)
        if late is None or _just_saved(timeline, event):
            continue
        related = [
            (late.site, "its optimizer is restored here, afterwards"),
            (scheduler.site, f"{scheduler.name} built here"),
        ]
        if scheduler.writes_on_load is not None:
            message = (
                f"{describe(scheduler)} is restored before its optimizer, and its load_state_dict() writes the learning rate: "
                "restoring the optimizer afterwards overwrites it; load the optimizer first, then the scheduler"
            )
            related.append((scheduler.writes_on_load, "this load_state_dict() writes the learning rate"))
        else:
            message = (
                f"{describe(scheduler)} is restored before the optimizer it drives; the convention is to build both, load the "
                "optimizer, then load the scheduler (torch's own schedulers compute the same learning rates either way, "
                "code that reads or writes the learning rate in between does not)"
            )
        yield Diagnosis(event.site, message, tuple(related))


def _just_saved(timeline: Timeline, event: Loaded) -> bool:
    """Did the very run write what it restores, so that nothing changes: before and after a trial?"""
    if event.source is None:
        return False
    written = (saved for saved in timeline.of(Saved) if precedes(saved, event) and saved.loops == event.loops)
    return any(key(saved.target) == key(event.source) for saved in written)


def _optimizer_loaded_after(timeline: Timeline, event: Loaded, scheduler: Scheduler) -> Loaded | None:
    for optimizer in drivers(scheduler):
        loads = [load for load in loads_of(timeline, optimizer) if from_checkpoint(load) and on_one_path(event, load)]
        if any(load.index < event.index and load.segment is event.segment for load in loads):
            continue
        for load in loads:
            if load.loops and load.site.identity == event.site.identity:
                continue  # one call in a loop over what the checkpoint holds: its order is not known
            if precedes(event, load) and load.loops == event.loops and not _trains_between(timeline, event, load):
                return load
    return None


def _trains_between(timeline: Timeline, first: Loaded, then: Loaded) -> bool:
    return any(first.index < event.index < then.index for event in timeline.of(OptimizerStepped))


assert __doc__ is not None
RULE = Rule(
    "SCH101",
    "scheduler-restored-before-optimizer",
    "The scheduler's state is loaded before its optimizer's.",
    __doc__,
    check,
)
