"""# SCH107 positioned-twice

## What it does
Reports a scheduler that is brought to its place twice: restored from its state and stepped forward as well, or stepped
forward over an optimizer whose (already decayed) state was restored before.

## Why is this bad
Restored and stepped forward, the scheduler is at twice its position. Stepped forward over a restored optimizer, the decay is
applied a second time, for good: measured on torch 2.13.0 for StepLR, MultiStepLR, ConstantLR, LinearLR, ExponentialLR,
PolynomialLR, CosineAnnealingLR and MultiplicativeLR; it squares what the schedule had done so far (a StepLR that had halved the
learning rate twice is 4 times too low, one that had halved it four times 16 times). LambdaLR, OneCycleLR, CyclicLR and
CosineAnnealingWarmRestarts compute from the base rate and come out right.

## Example
```python
optimizer.load_state_dict(checkpoint["optimizer"])
for _ in range(start_epoch):
    scheduler.step()
```
Use instead: `scheduler.load_state_dict(...)`; or step forward first and load the optimizer's state after it.

## When it is silent
On a fresh optimizer, when the optimizer is restored after the loop, when the scheduler's state is restored after it, and for
the classes that compute from the base rate. `last_epoch=` followed by `load_state_dict` is harmless.

## Since
sched-lint 0.1.0.

## References
- https://github.com/MichiganCOG/ViP/issues/19, https://github.com/THUDM/slime/pull/1547
"""

from collections.abc import Iterator

from sched_lint.rules.resume import RECURSIVE, checkpoint_loads, is_fast_forward, training_loops
from sched_lint.rules.rule import Diagnosis, Rule, describe, drivers, loads_of
from sched_lint.timeline import Loaded, OptimizerStepped, Stepped, Timeline, on_one_path, precedes


def check(timeline: Timeline) -> Iterator[Diagnosis]:
    training = training_loops(timeline)
    for event in timeline.of(Stepped):
        if event.arguments or not is_fast_forward(event, timeline, training) or not _trains_after(timeline, event):
            continue
        scheduler = event.subject
        own = [load for load in loads_of(timeline, scheduler) if not load.in_memory and on_one_path(load, event)]
        earlier = [load for load in own if precedes(load, event)]
        if earlier:
            yield Diagnosis(
                event.site,
                f"the state of {describe(scheduler)} was restored, and stepping it forward moves it on by as many steps again: "
                "it resumes at twice its position; drop the loop",
                ((earlier[0].site, "its state is restored here"),),
            )
            continue
        if own or scheduler.name not in RECURSIVE:
            continue
        restored = _restored_before(timeline, event)
        if restored is not None:
            yield Diagnosis(
                event.site,
                f"{describe(scheduler)} is stepped forward over an optimizer whose learning rate was already restored: the decay "
                "is applied twice, for good; restore the scheduler's state, or step forward before restoring the optimizer",
                ((restored.site, "the optimizer is restored here"),),
            )


def _trains_after(timeline: Timeline, event: Stepped) -> bool:
    """Does this very program train afterwards? Training that nobody calls says nothing about the loop of steps."""
    return any(other.index > event.index and other.segment is event.segment for other in timeline.of(OptimizerStepped))


def _restored_before(timeline: Timeline, event: Stepped) -> Loaded | None:
    optimizers = drivers(event.subject)
    loads = [load for load in checkpoint_loads(timeline) if load.subject in optimizers and on_one_path(load, event)]
    if any(load.index > event.index for load in loads):
        return None
    return next((load for load in loads if precedes(load, event)), None)


assert __doc__ is not None
RULE = Rule("SCH107", "positioned-twice", "The scheduler is brought to its place twice.", __doc__, check)
