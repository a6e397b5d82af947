"""# SCH104 scheduler-built-after-restore

## What it does
Reports a scheduler that is constructed after the state of its optimizer was restored, without `last_epoch`, when its
constructor overwrites the learning rate.

## Why is this bad
Constructing these schedulers writes their first value into the optimizer, over the learning rate that was just restored.
Measured on torch 2.13.0, even with the scheduler's own state loaded right after: LinearLR, SequentialLR and ChainedScheduler
10 times and ConstantLR 3.3 times off for the whole rest of the run; LambdaLR, OneCycleLR, CyclicLR and
CosineAnnealingWarmRestarts 6 to 25 times off at the first step. StepLR, MultiStepLR, ExponentialLR, MultiplicativeLR,
PolynomialLR, CosineAnnealingLR and ReduceLROnPlateau do not mind the order.

## Example
```python
optimizer.load_state_dict(checkpoint["optimizer"])
scheduler = LinearLR(optimizer, start_factor=0.1, total_iters=20)
scheduler.load_state_dict(checkpoint["scheduler"])
```
Use instead:
```python
scheduler = LinearLR(optimizer, start_factor=0.1, total_iters=20)
optimizer.load_state_dict(checkpoint["optimizer"])
scheduler.load_state_dict(checkpoint["scheduler"])
```

## When it is silent
For classes whose constructor leaves the learning rate alone, for `start_factor=1.0` and `factor=1.0`, with `last_epoch=`
given, when the optimizer is restored again afterwards, when the learning rate is reset by hand in between, and when the
state restored was a copy from memory.

## Since
sched-lint 0.1.0.

## References
- torch.optim.lr_scheduler.LRScheduler: "initializing a scheduler overwrites its optimizer's learning rates" (PyTorch PR 149942).
- https://github.com/pytorch/pytorch/issues/119168
"""

from collections.abc import Iterator

from sched_lint.quantities import literal
from sched_lint.rules.resume import begins_a_phase, counts_from_an_offset, has_last_epoch, positions
from sched_lint.rules.rule import Diagnosis, Rule, describe, drivers, from_checkpoint, is_constant, loads_of, rate_set_between
from sched_lint.timeline import (
    Built,
    Loaded,
    Optimizer,
    PositionSet,
    Scheduler,
    Stepped,
    Timeline,
    is_unset,
    on_one_path,
    precedes,
)


def check(timeline: Timeline) -> Iterator[Diagnosis]:
    for built, scheduler in timeline.schedulers():
        if scheduler.part_of is not None or not overwrites(scheduler):
            continue
        # A schedule built anew in the training loop (a warm-up in the first epoch) is not the one that is resumed.
        restored = _restored_before(timeline, built, scheduler)
        if restored is None or is_constant(scheduler) or begins_a_phase(timeline, built, restored):
            continue
        reloaded = any(on_one_path(built, load) for load in loads_of(timeline, scheduler)) or any(
            event.subject is scheduler and on_one_path(built, event) for event in timeline.of(PositionSet)
        )
        anew = scheduler.name == "SequentialLR"  # whose constructor goes back to the initial rate, and its parts with it
        rest = scheduler.behaves_as is not None and scheduler.behaves_as.rebuilt_after_restore == "rest-of-run"
        turned = [event for event in positions(timeline, scheduler, built) if isinstance(event, Stepped)]
        if (anew or not rest) and not reloaded and any(not event.arguments for event in turned):
            continue  # turned forward to where the run stopped, it has every rate from there on
        if rest:
            consequence = "the rest of the run trains with the wrong learning rate"
        elif reloaded or any(event.arguments and event.loops for event in turned):
            consequence = "the first step trains with the wrong learning rate"
        else:
            consequence = "the schedule starts over"
        yield Diagnosis(
            built.site,
            f"{describe(scheduler)} is built after its optimizer was restored, and its constructor overwrites the restored "
            f"learning rate: {consequence}; build the scheduler before optimizer.load_state_dict()",
            ((restored.site, "the optimizer is restored here, before"),),
        )


def overwrites(scheduler: Scheduler) -> bool:
    """Does constructing the scheduler change the learning rate of a restored optimizer?"""
    api = scheduler.behaves_as
    if scheduler.plain:
        return not has_last_epoch(scheduler)
    if api is None or scheduler.custom or api.rebuilt_after_restore == "none" or counts_from_an_offset(scheduler):
        return False
    if api.parameter("last_epoch") is not None:
        position = scheduler.argument("last_epoch")
        if (position is None and not scheduler.settled) or (not is_unset(position) and literal(position) != -1):
            return False
    if api.parts_parameter is not None and api.writes_lr_on_build == "conditional":
        return any(overwrites(part) for part in scheduler.parts)
    for argument, neutral in api.neutral_arguments.items():
        value = scheduler.argument(argument)
        if value is None or literal(value) == neutral:
            return False
    return True


def _restored_before(timeline: Timeline, built: Built, scheduler: Scheduler) -> Loaded | None:
    for optimizer in drivers(scheduler):
        loads = list(loads_of(timeline, optimizer))
        if any(built.index < load.index and on_one_path(built, load) for load in loads):
            continue
        for load in loads:
            if (
                not _in_training(built, load)
                and from_checkpoint(load)
                and precedes(load, built)
                and on_one_path(load, built)
                and not _excused(timeline, optimizer, load, built)
            ):
                return load
    return None


def _in_training(built: Built, load: Loaded) -> bool:
    return any((loop.trains or loop.kind in ("epoch", "batch")) and loop not in load.loops for loop in built.loops)


def _excused(timeline: Timeline, optimizer: Optimizer, load: Loaded, built: Built) -> bool:
    # A learning rate written by hand after the restore says that a new schedule is wanted.
    return rate_set_between(timeline, optimizer, load, built)


assert __doc__ is not None
RULE = Rule(
    "SCH104", "scheduler-built-after-restore",
    "The scheduler is built after its optimizer was restored, and overwrites the restored learning rate.", __doc__, check,
)  # fmt: skip
