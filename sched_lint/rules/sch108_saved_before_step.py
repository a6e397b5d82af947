"""# SCH108 saved-before-step

## What it does
Reports a checkpoint with the scheduler's state that is written in the epoch loop before that epoch's `scheduler.step()`, when
the resumed run starts at the next epoch.

## Why is this bad
The saved state is that of the epoch's beginning. The run resumed from it starts the next epoch with the scheduler one step
behind, and stays so to its end: every decay comes one epoch late (torch 2.13.0: StepLR 2 times and ConstantLR 3.3 times too
high or low in the epoch of each change, ExponentialLR 1.1 times in every epoch with gamma=0.9). Where an uninterrupted
CosineAnnealingLR or PolynomialLR is at zero, the resumed one is not.

## Example
```python
for epoch in range(start_epoch, epochs):
    train(model, optimizer)
    torch.save({"epoch": epoch + 1, "scheduler": scheduler.state_dict(), ...}, path)
    scheduler.step()
```
Use instead: save after `scheduler.step()`.

## When it is silent
When nothing resumes the scheduler, when the resumed run repeats the saved epoch, when the step stands in the batch loop, and
when another step of the same epoch comes before the save.

## Since
sched-lint 0.1.0.
"""

from collections.abc import Iterator

from sched_lint.quantities import Op, Symbol, Value, literal
from sched_lint.rules.pairing import Pair
from sched_lint.rules.rule import Diagnosis, Rule, describe
from sched_lint.timeline import Loaded, Loop, Saved, Scheduler, Stepped, Timeline, on_one_path


def check(timeline: Timeline) -> Iterator[Diagnosis]:
    for saved in timeline.of(Saved):
        for _, scheduler in saved.entries:
            if not isinstance(scheduler, Scheduler):
                continue
            late = _late_step(timeline, saved, scheduler)
            if late is not None and _resumes_at_next(timeline, saved, late, scheduler):
                yield _behind(saved, scheduler, late)
                break


def check_pair(pair: Pair) -> Iterator[Diagnosis]:
    """A training script that saves too early, and another program that goes on with the next epoch."""
    resumed = pair.resumed
    if resumed.loaded is None:
        return
    own = next((e for e in resumed.timeline.of(Stepped) if e.subject is resumed.scheduler and e.rate.per == "epoch"), None)
    if own is None or _made_up_for(resumed.timeline, resumed.scheduler, own, resumed.loaded):
        return
    for training in pair.trained:
        late = _late_step(training.timeline, training.saved, training.scheduler)
        if late is not None and late.rate.loop and own.rate.loop and _is_next(training.saved, late.rate.loop, own.rate.loop):
            yield _behind(training.saved, training.scheduler, late)


def _behind(saved: Saved, scheduler: Scheduler, late: Stepped) -> Diagnosis:
    return Diagnosis(
        saved.site,
        f"the checkpoint is written before this epoch's step of {describe(scheduler)}: a run resumed from it at the "
        "next epoch is one step behind to its end; save after scheduler.step()",
        ((late.site, "the epoch's step, after the save"),),
    )


def _late_step(timeline: Timeline, saved: Saved, scheduler: Scheduler) -> Stepped | None:
    steps = [e for e in timeline.of(Stepped) if e.subject is scheduler and not e.by and on_one_path(e, saved)]
    if any(step.index < saved.index and step.loops and step.loops[0] in saved.loops for step in steps):
        return None
    for step in steps:
        given = bool(step.arguments) and not scheduler.takes_metric
        if step.rate.per == "epoch" and step.index > saved.index and step.loops == saved.loops and not given:
            return step
    return None


def _resumes_at_next(timeline: Timeline, saved: Saved, step: Stepped, scheduler: Scheduler) -> bool:
    """Does the run that restores the scheduler start at the epoch after the saved one?"""
    loads = [load for load in timeline.of(Loaded) if load.subject is scheduler and not load.in_memory]
    loop = step.rate.loop
    if not loads or loop is None or _made_up_for(timeline, scheduler, step, loads[0]):
        return False
    return _is_next(saved, loop, loop)


def _made_up_for(timeline: Timeline, scheduler: Scheduler, step: Stepped, load: Loaded) -> bool:
    """Is the scheduler stepped outside of the loop as well, in the resumed run?"""
    return any(
        other.subject is scheduler and step.rate.loop not in other.loops and on_one_path(other, load)
        for other in timeline.of(Stepped)
    )


def _is_next(saved: Saved, written_in: Loop, resumed_in: Loop) -> bool:
    """Does a loop start at the epoch after the one in which the checkpoint was written?"""
    for entry, added in (found for start in resumed_in.starts for found in _sums(start)):
        written = saved.values.get(entry)
        ahead = _ahead(written, written_in) if written is not None else None
        if ahead is not None and ahead + added == 1:
            return True
    return False


def _sums(value: Value) -> Iterator[tuple[str, float]]:
    """`checkpoint["epoch"] + 1` as ("epoch", 1)."""
    base, added = value, 0.0
    if isinstance(value, Op) and value.op == "max":  # `max(1, checkpoint["epoch"] + 1)`
        for part in value.args:
            yield from _sums(part)
    if isinstance(value, Op) and value.op == "+":
        for position in (0, 1):
            number = literal(value.args[position])
            if number is not None:
                base, added = value.args[1 - position], number
    if isinstance(base, Symbol) and isinstance(base.key, tuple) and base.key[:1] == ("checkpoint",):
        yield str(base.key[2]), added


def _ahead(written: Value, loop: Loop) -> float | None:
    """How far the saved number is ahead of the loop's counter: 0 for `epoch`, 1 for `epoch + 1`."""
    if isinstance(written, Symbol) and loop.number in written.varying:
        return 0.0
    if isinstance(written, Op) and written.op == "+":
        for position in (0, 1):
            number = literal(written.args[position])
            other = written.args[1 - position]
            if number is not None and isinstance(other, Symbol) and loop.number in other.varying:
                return number
    return None


assert __doc__ is not None
RULE = Rule(
    "SCH108", "saved-before-step", "The checkpoint is written before the epoch's scheduler.step().", __doc__, check, check_pair
)
