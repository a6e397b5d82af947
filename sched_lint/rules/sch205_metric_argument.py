"""# SCH205 metric-argument

## What it does
Reports ReduceLROnPlateau stepped without its metric, with None for it, or with the number of the epoch, and a metric given to the
`step()` of another scheduler.

## Why is this bad
`ReduceLROnPlateau.step()` and `step(None)` raise TypeError; `step(epoch)` takes the epoch for a loss that only grows, and lowers
the learning rate every patience + 1 calls. The others take the metric for the epoch: measured on torch 2.13.0,
`StepLR.step(0.73)` sets last_epoch to 0.73, so the schedule stands where the loss says, near its beginning for good; a loss that
falls to 0 raises the learning rate of ExponentialLR and CosineAnnealingLR back to the initial one. MultiplicativeLR and SWALR
move on by one all the same. SequentialLR and ChainedScheduler take no argument: TypeError.

## Example
```python
scheduler = StepLR(optimizer, step_size=30)
scheduler.step(val_loss)
```
Use instead:
```python
scheduler.step()
```

## When it is silent
When `isinstance` or an option tells the classes apart, when the argument's meaning is not known, and for schedulers that are
not torch's.

## Since
sched-lint 0.1.0.

## References
- https://github.com/pytorch/pytorch/issues/20527
"""

from collections.abc import Iterator

from sched_lint.quantities import Const, Op, Symbol, text
from sched_lint.rules.rule import Diagnosis, Rule
from sched_lint.rules.stepping import meaning, told_apart, tried
from sched_lint.timeline import Scheduler, Stepped, Timeline, is_unset


def check(timeline: Timeline) -> Iterator[Diagnosis]:
    for event in timeline.of(Stepped):
        scheduler = event.subject
        api = scheduler.api
        if tried(timeline, event) or event.by:
            continue
        if api is None or scheduler.custom or told_apart(timeline, event):
            continue
        related = ((scheduler.site, f"{scheduler.name} built here"),)
        if scheduler.takes_metric:
            problem = _problem(event)
            if problem:
                yield Diagnosis(
                    event.site, f"{scheduler.name}.{problem}; give it the validation loss, as in step(val_loss)", related
                )
        elif event.arguments and meaning(event.arguments[0]) == "metric":
            shown = text(event.arguments[0])
            outcome = (
                "it raises TypeError" if api.step_epoch == "error" else "it is taken for the epoch, and the schedule stands still"
            )
            yield Diagnosis(
                event.site, f"{scheduler.name}.step({shown}) is given a metric: {outcome}; call step() without it", related
            )


def _problem(event: Stepped) -> str:
    """What is wrong with the metric that ReduceLROnPlateau is given; "" where nothing is."""
    if not event.arguments:
        return "step() needs the metric it watches: this call raises TypeError" if event.complete else ""
    if is_unset(event.arguments[0]):
        return "step() is given None for the metric it watches: this call raises TypeError"
    if _counts_turns(event):
        shown = text(event.arguments[0])
        return f"step({shown}) is given the number of the turn for the metric it watches: {_outcome(event.subject)}"
    return ""


def _counts_turns(event: Stepped) -> bool:
    """Is the argument the counter of a loop around the call, or that and a constant?"""
    value = event.arguments[0]
    if isinstance(value, Op) and value.op == "+":
        value = next((arg for arg in value.args if not isinstance(arg, Const)), value)
    counters = {(loop.number, target) for loop in event.loops if loop.source == "range" for target in loop.targets}
    return isinstance(value, Symbol) and any((number, value.text) in counters for number in value.varying)


def _outcome(scheduler: Scheduler) -> str:
    mode = scheduler.argument("mode")
    if isinstance(mode, Const) and mode.value == "max":
        return "it gets better with every turn, so the learning rate never falls"
    if isinstance(mode, Const) and mode.value == "min":
        return "it never gets better, so the learning rate falls every patience + 1 calls, whatever the loss does"
    return "the learning rate does not follow the loss"


assert __doc__ is not None
RULE = Rule("SCH205", "metric-argument", "ReduceLROnPlateau without its metric, or a metric for another.", __doc__, check)
