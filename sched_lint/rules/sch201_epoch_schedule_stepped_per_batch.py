"""# SCH201 epoch-schedule-stepped-per-batch

## What it does
Reports `scheduler.step()` that runs once per batch (or once per optimizer update) for a schedule written in epochs.

## Why is this bad
The schedule runs as many times too fast as an epoch has batches. `StepLR(step_size=30, gamma=0.1)` meant for 90 epochs has
divided the learning rate by a million after 180 batches; from then on the model learns nothing. CosineAnnealingLR(T_max=epochs)
climbs back to the initial learning rate after T_max more batches, and goes on swinging. Nothing crashes.

## Example
```python
scheduler = CosineAnnealingLR(optimizer, T_max=args.epochs)
for epoch in range(args.epochs):
    for batch in train_loader:
        train_step(batch)
        scheduler.step()
```
Use instead:
```python
for epoch in range(args.epochs):
    for batch in train_loader:
        train_step(batch)
    scheduler.step()
```
or write the schedule in batches: `T_max=args.epochs * len(train_loader)`.

## When it is silent
When the evidence that the schedule counts epochs is missing, weak or contradicted (a factor `len(loader)`, names that speak
of iterations), when the step stands under a condition that holds once an epoch, when the loop is no training loop, and for
classes that are not torch's. Step counts so large that they can only be iterations are taken for iterations.

## Since
sched-lint 0.1.0.

## References
- torch.optim: how to adjust the learning rate ("scheduler.step() should be called after ... each epoch").
- https://github.com/pytorch/tutorials/pull/640, https://github.com/automl/Auto-PyTorch/pull/210
"""

from collections.abc import Iterator

from sched_lint.rules.cadence import verdict
from sched_lint.rules.rule import Diagnosis, Rule, describe
from sched_lint.timeline import Rate, Stepped, Timeline


def check(timeline: Timeline) -> Iterator[Diagnosis]:
    for event in timeline.of(Stepped):
        if event.rate.per not in ("batch", "update", "iteration") or event.rate.loop is None:
            continue
        found = verdict(event.evidence, "epoch")
        if found is None:
            continue
        evidence, confidence = found
        scheduler = event.subject
        yield Diagnosis(
            event.site,
            f"{evidence.text}, and this step runs once per {_turn(event.rate)}: {describe(scheduler)} runs through its schedule "
            "as many times too fast as an epoch has batches; step it once per epoch, or write the schedule in batches",
            ((scheduler.site, f"{scheduler.name} built here"), (event.rate.loop.site, "the loop over batches")),
            confidence,
        )


def _turn(rate: Rate) -> str:
    loop = rate.loop
    assert loop is not None
    if rate.per == "update":
        return "optimizer update"
    if rate.per == "iteration":
        return "iteration"
    return f"batch of {loop.text}" if loop.source == "loader" and loop.text not in ("", "?") else "batch"


assert __doc__ is not None
RULE = Rule(
    "SCH201",
    "epoch-schedule-stepped-per-batch",
    "A schedule written in epochs is stepped once per batch.",
    __doc__,
    check,
)
