"""# SCH303 scheduler-missing-from-checkpoint

## What it does
Reports a checkpoint that carries the optimizer's state but not that of the scheduler stepped on it, when some code resumes
from it; and a key that is read for the scheduler but never written.

## Why is this bad
What is not saved cannot be restored: the schedule starts from the beginning in every resumed run (see SCH103 for the figures
measured on torch), or the read fails with KeyError, when the run is resumed and not before.

## Example
```python
torch.save({"model": model.state_dict(), "optimizer": optimizer.state_dict()}, path)
```
Use instead:
```python
torch.save({"model": model.state_dict(), "optimizer": optimizer.state_dict(), "scheduler": scheduler.state_dict()}, path)
```

## When it is silent
When nothing restores the optimizer, when the content of the checkpoint is not fully known, when the scheduler is positioned in
another way (see SCH103), for ExponentialLR and MultiplicativeLR, and for best-model files that hold the weights alone.

## Since
sched-lint 0.1.0.

## References
- https://github.com/Lornatang/SRGAN-PyTorch/issues/92, https://github.com/lightly-ai/lightly-train/pull/301
"""

from collections.abc import Iterator

from sched_lint.rules.pairing import Pair
from sched_lint.rules.resume import (
    checkpoint_loads,
    escapes,
    is_positioned,
    starts_anew,
    stepped_in_training,
    touched_by_hand,
    wants_state,
)
from sched_lint.rules.rule import Diagnosis, Rule, describe
from sched_lint.timeline import Built, Loaded, Optimizer, Saved, Scheduler, Timeline, on_one_path


def check(timeline: Timeline) -> Iterator[Diagnosis]:
    if timeline.notes:
        return
    yield from _left_out(timeline)
    yield from _never_written(timeline)


def check_pair(pair: Pair) -> Iterator[Diagnosis]:
    """A training script that leaves the scheduler out, and another program that resumes from its checkpoint."""
    resumed = pair.resumed
    if resumed.loaded is not None or resumed.optimizer_loaded is None or resumed.timeline.notes:
        return
    for training in pair.trained:
        scheduler = training.scheduler
        if training.entry or not training.saved.complete or any(isinstance(s, Scheduler) for _, s in training.saved.entries):
            continue
        if not wants_state(scheduler) or escapes(training.timeline, scheduler):
            continue
        if is_positioned(resumed.timeline, resumed.scheduler, resumed.optimizer_loaded) or escapes(
            resumed.timeline, resumed.scheduler
        ):
            continue
        if stepped_in_training(training.timeline, scheduler, training.built) is not None:
            yield _missing(training.saved, scheduler, resumed.optimizer_loaded)


def _missing(saved: Saved, scheduler: Scheduler, load: Loaded) -> Diagnosis:
    return Diagnosis(
        saved.site,
        f"the checkpoint has the optimizer's state but not that of {describe(scheduler)} stepped on it: a run resumed "
        "from it starts the schedule from the beginning; save scheduler.state_dict() too",
        ((scheduler.site, f"{scheduler.name} built here"), (load.site, "the optimizer is restored here")),
    )


def _left_out(timeline: Timeline) -> Iterator[Diagnosis]:
    restored = [load for load in checkpoint_loads(timeline) if isinstance(load.subject, Optimizer)]
    for saved in timeline.of(Saved):
        inside = [subject for _, subject in saved.entries]
        if not saved.complete or any(isinstance(subject, Scheduler) for subject in inside):
            continue
        for built, scheduler in timeline.schedulers():
            loads = [load for load in restored if load.subject in inside]
            resuming = next((load for load in loads if _resumed_without(timeline, saved, load, built, scheduler)), None)
            if resuming is not None:
                yield _missing(saved, scheduler, resuming)
                break


def _resumed_without(timeline: Timeline, saved: Saved, load: Loaded, built: Built, scheduler: Scheduler) -> bool:
    optimizer = load.subject
    if not isinstance(optimizer, Optimizer) or not scheduler.drives(optimizer) or touched_by_hand(timeline, optimizer):
        return False
    if not on_one_path(built, saved) or saved.index < built.index:
        return False
    return starts_anew(timeline, load, built, load)


def _never_written(timeline: Timeline) -> Iterator[Diagnosis]:
    writes = [saved for saved in timeline.of(Saved) if any(isinstance(subject, Optimizer) for _, subject in saved.entries)]
    if not writes or not all(saved.keys_known for saved in writes):
        return
    keys = {key for saved in writes for key in saved.keys}
    for load in checkpoint_loads(timeline):
        if not isinstance(load.subject, Scheduler) or load.by_content:
            continue
        if not load.entry or "?" in load.entry or load.entry in keys:
            continue
        if any(other.subject is load.subject and other.entry in keys for other in checkpoint_loads(timeline)):
            continue  # an old name of the key is read as well
        if not any(on_one_path(load, saved) for saved in writes) or not _same_file(timeline, load, writes, keys):
            continue
        lenient = load.lenient or _asked_before(timeline, load)
        yield Diagnosis(
            load.read or load.site,
            f"the checkpoint is read for {load.entry!r}, but it is written without that key: "
            + (f"{describe(load.subject)} is never restored" if lenient else "resuming raises KeyError"),
            ((writes[0].site, "the checkpoint is written here"),),
        )


def _asked_before(timeline: Timeline, load: Loaded) -> bool:
    """Does the load stand under a test that the key is there?"""
    return any(timeline.conditions[abs(number)].text.startswith(f"{load.entry!r} in ") for number in load.path if number > 0)


def _same_file(timeline: Timeline, load: Loaded, writes: list[Saved], keys: set[str]) -> bool:
    """Do other entries read from the same checkpoint agree with what is written?"""
    others = {other.entry for other in checkpoint_loads(timeline) if other.checkpoint == load.checkpoint} - {load.entry}
    return bool(others) and all(entry in keys for entry in others if entry)


assert __doc__ is not None
RULE = Rule(
    "SCH303",
    "scheduler-missing-from-checkpoint",
    "The checkpoint carries the optimizer's state but not the scheduler's.",
    __doc__,
    check,
    check_pair,
)
