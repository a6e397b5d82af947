"""# SCH202 batch-schedule-stepped-per-epoch

## What it does
Reports `scheduler.step()` that runs once per epoch for a schedule written in iterations.

## Why is this bad
The schedule runs as many times too slowly as an epoch has batches: it never gets beyond its first part. A warm-up written
in iterations keeps the learning rate near zero for the whole run; a OneCycleLR never reaches its maximum; a cosine stays at
its top. Nothing crashes.

## Example
```python
scheduler = OneCycleLR(optimizer, max_lr=0.1, epochs=args.epochs, steps_per_epoch=len(train_loader))
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

## When it is silent
When the evidence that the schedule counts iterations is missing, weak or contradicted: `total_steps` equal to the bound of
the epoch loop is a schedule in epochs whatever it is called. When the scheduler is stepped in the batch loop as well, where
the optimizer steps as often as the scheduler (full-batch training, the updates of PPO), and in loops in which nothing is trained.

## Since
sched-lint 0.1.0.

## References
- torch.optim.lr_scheduler.OneCycleLR and CyclicLR: "step should be called after a batch has been used for training".
- https://github.com/espnet/espnet/pull/3319, https://github.com/huggingface/transformers/issues/20916
"""

from collections.abc import Iterator

from sched_lint.rules.cadence import verdict
from sched_lint.rules.resume import training_loops
from sched_lint.rules.rule import Diagnosis, Rule, describe
from sched_lint.timeline import Loop, Stepped, Timeline


def check(timeline: Timeline) -> Iterator[Diagnosis]:
    per_batch = {
        id(event.subject) for event in timeline.of(Stepped) if event.rate.per in ("batch", "update", "iteration", "sometimes")
    }
    training = training_loops(timeline)
    for event in timeline.of(Stepped):
        if not any(loop.number in training or loop.backward for loop in event.loops):
            continue  # it only looks at the values of the schedule
        if event.rate.per != "epoch" or event.rate.loop is None or id(event.subject) in per_batch:
            continue
        if event.arguments and event.subject.name == "CosineAnnealingWarmRestarts":
            continue
        if _beside_each_update(event, event.rate.loop):
            continue
        found = verdict(event.evidence, "iteration")
        if found is None:
            continue
        evidence, confidence = found
        scheduler = event.subject
        yield Diagnosis(
            event.site,
            f"{evidence.text}, and this step runs once per epoch: {describe(scheduler)} goes through its schedule as many times "
            "too slowly as an epoch has batches; step it after every batch, or write the schedule in epochs",
            ((scheduler.site, f"{scheduler.name} built here"), (event.rate.loop.site, "the loop over epochs")),
            confidence,
        )


def _beside_each_update(event: Stepped, loop: Loop) -> bool:
    """Does the optimizer step as often as the scheduler: in the very turns of the loop, or of one within it?"""
    inner = [each for each in event.loops if loop in each.parents]
    whole = loop.own_training and not any(child.trains or child.backward for child in loop.children)
    return whole or any(each.trains for each in inner)


assert __doc__ is not None
RULE = Rule(
    "SCH202",
    "batch-schedule-stepped-per-epoch",
    "A schedule written in iterations is stepped once per epoch.",
    __doc__,
    check,
)
