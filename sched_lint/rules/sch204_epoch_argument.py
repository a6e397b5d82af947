"""# SCH204 epoch-argument

## What it does
Reports `scheduler.step(epoch)` and `scheduler.step(epoch=...)` on torch's schedulers.

## Why is this bad
The argument is deprecated since torch 1.4 (a warning at every call); it sets `last_epoch` instead of moving on by one. Measured
on torch 2.13.0: `step(epoch)` at the end of the epoch sets the position of the epoch just done, so the first value is used twice
and every decay comes one epoch late (StepLR(30) still trains epoch 30 at the initial rate); at the top of the loop it skips
nothing. MultiplicativeLR moves on by one whatever is given. SequentialLR and ChainedScheduler take no argument: TypeError.

## Example
```python
scheduler.step(epoch)
```
Use instead:
```python
scheduler.step()
```

## When it is silent
For CosineAnnealingWarmRestarts, where the argument is documented, for ReduceLROnPlateau's metric, for timm's schedulers, which
want the epoch, where the argument is a metric (that is SCH205), and where a condition decides between a call with an argument,
for ReduceLROnPlateau, and one without.

## Since
sched-lint 0.1.0.

## References
- torch.optim.lr_scheduler.LRScheduler.step: the deprecation warning of the `epoch` parameter.
"""

from collections.abc import Iterator

from sched_lint.quantities import text
from sched_lint.rules.rule import Diagnosis, Rule, describe
from sched_lint.rules.stepping import meaning, told_apart, tried
from sched_lint.timeline import OptimizerStepped, Stepped, Timeline, is_unset, on_one_path


def check(timeline: Timeline) -> Iterator[Diagnosis]:
    for event in timeline.of(Stepped):
        api = event.subject.api
        if api is None or event.subject.custom or not event.arguments or is_unset(event.arguments[0]):
            continue
        if tried(timeline, event) or (told_apart(timeline, event) and _stepped_plainly(timeline, event)):
            continue
        if event.subject.takes_metric and len(event.arguments) > 1 and not is_unset(event.arguments[1]):
            yield Diagnosis(
                event.site,
                f"the second argument of {event.subject.name}.step() sets its position; it is deprecated: give the metric alone",
                ((event.subject.site, f"{event.subject.name} built here"),),
            )
            continue
        if api.step_epoch not in ("deprecated", "error") or meaning(event.arguments[0]) == "metric":
            continue
        shown = text(event.arguments[0])
        shown = "..." if "?" in shown else shown
        if api.step_epoch == "error":
            message = f"{event.subject.name}.step() takes no argument: step({shown}) raises TypeError"
        elif len(event.arguments) > 1 and not is_unset(event.arguments[1]):
            message = f"{event.subject.name}.step() takes one argument at most: step({shown}, ...) raises TypeError"
        else:
            message = (
                f"step({shown}) sets the position of {describe(event.subject)} instead of moving it on by one; the argument is "
                f"deprecated since torch 1.4: {_instead(timeline, event)}"
            )
        yield Diagnosis(event.site, message, ((event.subject.site, f"{event.subject.name} built here"),))


def _stepped_plainly(timeline: Timeline, event: Stepped) -> bool:
    """Is the same scheduler stepped without an argument where this call is not made?"""
    others = (other for other in timeline.of(Stepped) if other.subject is event.subject and not other.arguments)
    return any(not on_one_path(other, event) for other in others)


def _instead(timeline: Timeline, event: Stepped) -> str:
    later = (other for other in timeline.of(OptimizerStepped) if other.index > event.index and other.segment is event.segment)
    if not event.loops and any(True for _ in later):
        return "restore the scheduler's state to bring it to its place"
    if event.rate.per in ("batch", "update", "iteration"):
        return "call step() without it, and as often as the schedule counts"
    if _opens_the_turn(timeline, event):
        return "call step() without it, at the end of the turn"
    return "call step() without it"


def _opens_the_turn(timeline: Timeline, event: Stepped) -> bool:
    """Do the optimizer's steps of a turn all come after it? Without the argument it would skip the first value there."""
    steps = [other for other in timeline.of(OptimizerStepped) if event.loops and event.loops[-1] in other.loops]
    return bool(steps) and all(other.index > event.index for other in steps)


assert __doc__ is not None
RULE = Rule("SCH204", "epoch-argument", "step() is given an epoch: deprecated, or a TypeError.", __doc__, check)
