"""# SCH102 optimizer-not-restored

## What it does
Reports a scheduler whose state is restored from a checkpoint while the state of the optimizer it drives is restored on no
path, and training goes on.

## Why is this bad
A scheduler does not hold the learning rate; the optimizer does. Most schedulers compute the next value from the one they
find in the optimizer, so the resumed run multiplies the initial learning rate where the decayed one should be. Measured on
torch 2.13.0, with the optimizer never loaded: StepLR and MultiStepLR up to 16 times too high, CosineAnnealingLR and
PolynomialLR up to 69 times, ReduceLROnPlateau up to 128 times, for the rest of the run; LambdaLR, OneCycleLR, CyclicLR and
CosineAnnealingWarmRestarts are wrong at the first step. The momentum and Adam's moments are lost as well.

## Example
```python
model.load_state_dict(checkpoint["model"])
scheduler.load_state_dict(checkpoint["scheduler"])
```
Use instead:
```python
model.load_state_dict(checkpoint["model"])
optimizer.load_state_dict(checkpoint["optimizer"])
scheduler.load_state_dict(checkpoint["scheduler"])
```

## When it is silent
When any path restores the optimizer, when the optimizer is handed to code that is not seen, when the learning rate is
written by hand, when nothing is trained afterwards, and when the optimizer is not known.

## Since
sched-lint 0.1.0.

## References
- https://github.com/pytorch/pytorch/issues/29697
"""

from collections.abc import Iterator

from sched_lint.rules.rule import Diagnosis, Rule, describe, from_checkpoint, loads_of
from sched_lint.timeline import (
    Escaped,
    Loaded,
    Optimizer,
    OptimizerStepped,
    RateWritten,
    Scheduler,
    Stepped,
    Timeline,
    on_one_path,
)  # fmt: skip


def check(timeline: Timeline) -> Iterator[Diagnosis]:
    for event in timeline.of(Loaded):
        scheduler = event.subject
        if not isinstance(scheduler, Scheduler) or not from_checkpoint(event) or not scheduler.optimizers:
            continue
        optimizers = [optimizer for path, optimizer in scheduler.optimizers if not any(-p in event.path for p in path)]
        if not optimizers or any(_may_be_restored(timeline, event, optimizer) for _, optimizer in scheduler.optimizers):
            continue
        if not _trained(timeline, event, scheduler):
            continue
        optimizer = optimizers[0]
        yield Diagnosis(
            event.site,
            f"the state of {describe(scheduler)} is restored, but its optimizer's is not: {_consequence(scheduler)}; "
            "restore the optimizer as well, before the scheduler",
            (
                (optimizer.site, "the optimizer, built here, is never restored"),
                (scheduler.site, f"{scheduler.name} built here"),
            ),
        )


def _consequence(scheduler: Scheduler) -> str:
    if scheduler.name in ("LambdaLR", "OneCycleLR", "CyclicLR", "CosineAnnealingWarmRestarts"):
        return "training resumes at the wrong learning rate for its first step and loses the optimizer's moments"
    return "the schedule goes on from the initial learning rate instead of the one reached, for the rest of the run"


def _may_be_restored(timeline: Timeline, event: Loaded, optimizer: Optimizer) -> bool:
    loads = list(loads_of(timeline, optimizer))
    if loads:
        return any(on_one_path(event, load) for load in loads)
    escaped = any(other.subject is optimizer for other in timeline.of(Escaped))
    return escaped or any(other.subject is optimizer for other in timeline.of(RateWritten))


def _trained(timeline: Timeline, event: Loaded, scheduler: Scheduler) -> bool:
    for step in timeline.of(Stepped):
        if (
            step.subject is scheduler
            and on_one_path(event, step)
            and not (step.index < event.index and step.segment is event.segment)
        ):
            return True
    return any(
        step.subject is not None and scheduler.drives(step.subject) and on_one_path(event, step)
        and not (step.index < event.index and step.segment is event.segment)
        for step in timeline.of(OptimizerStepped)
    )  # fmt: skip


assert __doc__ is not None
RULE = Rule("SCH102", "optimizer-not-restored", "The scheduler's state is restored, its optimizer's never.", __doc__, check)
