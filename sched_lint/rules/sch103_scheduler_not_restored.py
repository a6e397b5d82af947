"""# SCH103 scheduler-not-restored

## What it does
Reports an optimizer whose state is restored from a checkpoint while the scheduler that is stepped on it starts anew: its
state is not restored, and nothing else brings it to its place.

## Why is this bad
The schedule begins again in the middle of the run. Measured on torch 2.13.0 with the optimizer restored and the scheduler
not: StepLR, MultiStepLR and ReduceLROnPlateau 2 times, OneCycleLR 21 times, PolynomialLR and CosineAnnealingLR more than 100
times off; LinearLR 5.6 and ConstantLR 3.3 times, or 10 and 11 where they are built after the restore; warm-ups run twice.
ExponentialLR and MultiplicativeLR with a constant factor go on from the restored learning rate and are not reported.

## Example
```python
optimizer.load_state_dict(checkpoint["optimizer"])
for epoch in range(checkpoint["epoch"] + 1, epochs):
    train(model, optimizer)
    scheduler.step()
```
Use instead:
```python
optimizer.load_state_dict(checkpoint["optimizer"])
scheduler.load_state_dict(checkpoint["scheduler"])
```

## When it is silent
When the scheduler is positioned otherwise: `last_epoch=`, writing `scheduler.last_epoch`, `step(epoch)`, a loop that steps it
forward, an offset inside its lambda. When the learning rate is written by hand (but for the first turns of a loop: that is a
warm-up), when the scheduler or the optimizer is handed to code that is not seen, when the state comes from memory, and when a
schedule of the same kind was restored with the optimizer and this one begins a further phase.

For schedulers of other libraries (what transformers' and diffusers' `get_..._schedule...()` return are LambdaLRs), and for those
of the project's own, unless one has torch's `step()` and states and computes the rate from `last_epoch` alone.

## Since
sched-lint 0.1.0.

## References
- https://github.com/victoresque/pytorch-template/issues/68, https://github.com/facebookresearch/mmf/pull/513
"""

from collections.abc import Iterator

from sched_lint.rules.resume import checkpoint_loads, starts_anew, touched_by_hand
from sched_lint.rules.rule import Diagnosis, Rule, describe
from sched_lint.timeline import Optimizer, Timeline


def check(timeline: Timeline) -> Iterator[Diagnosis]:
    if timeline.notes:
        return  # what was not seen may restore it
    for load in checkpoint_loads(timeline):
        optimizer = load.subject
        if not isinstance(optimizer, Optimizer) or touched_by_hand(timeline, optimizer):
            continue
        for built, scheduler in timeline.schedulers():
            if scheduler.drives(optimizer) and starts_anew(timeline, load, built, load):
                yield Diagnosis(
                    load.site,
                    f"the optimizer is restored here, but {describe(scheduler)} that drives it starts its schedule from the "
                    "beginning: restore its state as well, after the optimizer's",
                    ((scheduler.site, f"{scheduler.name} built here, never restored"),),
                )
                break


assert __doc__ is not None
RULE = Rule(
    "SCH103",
    "scheduler-not-restored",
    "The optimizer's state is restored, its scheduler starts from the beginning.",
    __doc__,
    check,
)
