"""# SCH403 get-lr

## What it does
Reports `scheduler.get_lr()` outside of a scheduler class.

## Why is this bad
`get_lr()` computes the next value, for the use of `step()`. Called from outside it gives a value that is never used: measured on
torch 2.13.0, StepLR and MultiStepLR in the epoch of a decay answer one decay too many (0.001 while 0.01 is in force); LinearLR,
PolynomialLR, ExponentialLR, MultiplicativeLR and CosineAnnealingLR at every call. Logs and conditions built on it are wrong.
ReduceLROnPlateau, SequentialLR and ChainedScheduler raise NotImplementedError. LambdaLR, OneCycleLR, CyclicLR and
CosineAnnealingWarmRestarts give the right value, with a warning: they are reported because another class would not.

## Example
```python
print(scheduler.get_lr()[0])
```
Use instead:
```python
print(scheduler.get_last_lr()[0])
```

Of a scheduler class of the project's own read `optimizer.param_groups[0]["lr"]`: one that steps an inner scheduler may leave
what `get_last_lr()` gives as it was.

## When it is silent
Within a scheduler class, after `scheduler.last_epoch = ...` (it gives the rate at that place, and `get_last_lr()` does not),
for schedulers that are not torch's, and for the project's own ones whose `get_lr()` computes the rate from `last_epoch` and
`base_lrs` alone: it gives the rate in force, whoever asks.

## Since
sched-lint 0.1.0.
"""

from collections.abc import Iterator

from sched_lint.branches import compatible
from sched_lint.rules.rule import Diagnosis, Rule, describe
from sched_lint.timeline import PositionSet, RateAsked, Scheduler, Timeline


def check(timeline: Timeline) -> Iterator[Diagnosis]:
    for event in timeline.of(RateAsked):
        scheduler = event.subject
        if scheduler.api is None and not scheduler.factory and not scheduler.custom:
            continue
        if any(_positioned(each, event) for each in timeline.of(PositionSet)):
            continue
        yield Diagnosis(
            event.site,
            f"get_lr() of {describe(scheduler)} {_outcome(scheduler)}; {_instead(scheduler)}",
            ((scheduler.site, f"{scheduler.name} built here"),),
        )


def _positioned(written: PositionSet, event: RateAsked) -> bool:
    """Was `last_epoch` written by hand before? Then get_lr() is what tells the rate at that place."""
    return written.subject is event.subject and written.index < event.index and compatible(written.path, event.path)


def _instead(scheduler: Scheduler) -> str:
    # A class of the project's may step in a way of its own that get_last_lr() knows nothing of.
    return 'read optimizer.param_groups[0]["lr"]' if scheduler.custom else "call get_last_lr()"


def _outcome(scheduler: Scheduler) -> str:
    if scheduler.name in ("ReduceLROnPlateau", "SequentialLR", "ChainedScheduler"):
        return "raises NotImplementedError"
    if scheduler.name in ("LambdaLR", "OneCycleLR", "CyclicLR", "CosineAnnealingWarmRestarts"):
        return "is for the use of step() alone: torch warns, and with another class the value is not the one in force"
    return "computes a value for step(), not always the one in force"


assert __doc__ is not None
RULE = Rule("SCH403", "get-lr", "get_lr() outside of a scheduler: get_last_lr().", __doc__, check)
