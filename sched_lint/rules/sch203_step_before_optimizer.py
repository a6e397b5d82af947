"""# SCH203 step-before-optimizer

## What it does
Reports `scheduler.step()` that runs before the first `optimizer.step()` of the run: at the top of the epoch loop, or a line too
early in the batch loop. Also a step with every micro-batch where the first update comes only after several of them.

## Why is this bad
The first value of the schedule is skipped: the learning rate that the optimizer was built with trains nothing, and every later
value comes one step early. Since torch 1.1.0 the scheduler is to be stepped after the optimizer; torch warns once, at the second
step (CosineAnnealingWarmRestarts never). Measured on torch 2.13.0, every learning rate is the one that belongs to the next turn:
StepLR and MultiStepLR decay one epoch early, a CosineAnnealingWarmRestarts restarts one early (20 times off in that turn).

## Example
```python
for epoch in range(epochs):
    scheduler.step()
    for batch in loader:
        train_step(batch)
```
Use instead:
```python
for epoch in range(epochs):
    for batch in loader:
        train_step(batch)
    scheduler.step()
```

## When it is silent
Under a guard that keeps the first turn out (`if epoch > 0`), for `step(epoch)` at the top of the loop (it sets the position,
so nothing is skipped, measured: SCH204 reports the argument; CosineAnnealingWarmRestarts in a loop that counts from 1 begins
with its second value all the same), for ReduceLROnPlateau, when the optimizer is stepped earlier or may be by code that is not
seen, in loops that only turn the scheduler forward, and for schedulers that are not torch's.

## Since
sched-lint 0.1.0.

## References
- torch.optim: "How to adjust learning rate": the scheduler is stepped after the optimizer since 1.1.0.
"""

import re
from collections.abc import Iterator

from sched_lint.quantities import Symbol, number
from sched_lint.rules.rule import Diagnosis, Rule, describe, is_constant
from sched_lint.timeline import Backward, Escaped, Event, OptimizerStepped, Scheduler, Stepped, Timeline, on_one_path, precedes

KEEPS = re.compile(r"check_?point|saver", re.IGNORECASE)
"""What is called so writes and reads states; it steps nothing."""


def check(timeline: Timeline) -> Iterator[Diagnosis]:
    seen: set[int] = set()
    for event in timeline.of(Stepped):
        scheduler = event.subject
        if not _applies(scheduler) or not event.loops or id(scheduler) in seen:
            continue
        if (event.arguments and not _counts_from_one(event)) or not event.complete or event.by:
            continue
        if _may_have_stepped(timeline, event, scheduler):
            seen.add(id(scheduler))
            continue
        late = _first_step_after(timeline, event, scheduler)
        if late is None or _keeps_first_turn_out(timeline, event, late) or is_constant(scheduler):
            continue
        seen.add(id(scheduler))
        yield Diagnosis(
            event.site,
            f"{describe(scheduler)} is stepped before the first optimizer.step(): the first value of its schedule is skipped and "
            "all later ones come one step early; step it after the optimizer",
            ((late.site, "the optimizer's first step comes here, afterwards"), (scheduler.site, f"{scheduler.name} built here")),
        )


def _applies(scheduler: Scheduler) -> bool:
    if scheduler.custom or not scheduler.optimizers:
        return False
    return scheduler.factory != "" or (scheduler.api is not None and not scheduler.takes_metric)


def _counts_from_one(event: Stepped) -> bool:
    """`for epoch in range(1, n + 1): scheduler.step(epoch)` of warm restarts, which take 0 for their beginning."""
    if event.subject.name != "CosineAnnealingWarmRestarts" or len(event.arguments) != 1:
        return False
    value = event.arguments[0]
    counted = [loop for loop in event.loops if isinstance(value, Symbol) and loop.number in value.varying]
    return any(
        loop.kind == "epoch" and all(number(start) == 1 for start in loop.starts) and bool(loop.starts) for loop in counted
    )


def _drives(scheduler: Scheduler, event: OptimizerStepped) -> bool:
    return event.subject is not None and any(part.drives(event.subject) for part in scheduler.tree)


def _may_have_stepped(timeline: Timeline, event: Stepped, scheduler: Scheduler) -> bool:
    for other in timeline.events:
        if other.index >= event.index or not on_one_path(other, event):
            continue
        # Of an optimizer that is not known, only what surely ran before: not a method that is looked at by itself.
        if isinstance(other, OptimizerStepped) and (
            _drives(scheduler, other) or (other.subject is None and precedes(other, event))
        ):
            if not _passed_over_at_first(timeline, other, event):
                return True
        if isinstance(other, Backward) and any(loop in other.loops for loop in event.loops):
            # A backward pass before it whose optimizer step was not seen: by code in between, maybe.
            if not any(
                isinstance(later, OptimizerStepped)
                and on_one_path(later, event)
                and (later.index > event.index or _passed_over_at_first(timeline, later, event))
                for later in timeline.events
            ):
                return True
        if isinstance(other, Escaped) and KEEPS.search(other.to):
            continue
        if isinstance(other, Escaped) and any(scheduler.drives(o) for o in (other.subject,) if not isinstance(o, Scheduler)):
            return True
    return False


def _passed_over_at_first(timeline: Timeline, other: OptimizerStepped, event: Stepped) -> bool:
    """Is a step of the optimizer left out in the first turn that they share, as under `(i + 1) % accumulation == 0`?"""
    turns = {loop.number for loop in event.loops if loop in other.loops}
    for literal in other.path - event.path:
        condition = timeline.conditions[abs(literal)]
        if condition.at_first_on(literal) is False and condition.varying <= turns:
            return True
    return False


def _first_step_after(timeline: Timeline, event: Stepped, scheduler: Scheduler) -> OptimizerStepped | None:
    """The optimizer's step that follows in the same turn of a loop they share, or else the one that a later turn brings."""
    later_turn = None
    for other in timeline.of(OptimizerStepped):
        if _drives(scheduler, other) and on_one_path(other, event) and any(loop in other.loops for loop in event.loops):
            if other.index > event.index:
                return other
            later_turn = later_turn or other
    return later_turn


def _keeps_first_turn_out(timeline: Timeline, event: Stepped, late: Event) -> bool:
    """Is the step under a guard that differs from turn to turn and that the optimizer's step does not share?"""
    shared = [loop for loop in event.loops if loop in late.loops]
    for literal in event.path - shared[-1].path - late.path:
        condition = timeline.conditions[abs(literal)]
        if (condition.varying or condition.is_flag) and not condition.optional:
            return True
    # A loop of its own within the shared one (a catch-up loop) says nothing of the first turn.
    return any(loop not in late.loops and loop.source in ("range", "while") for loop in event.loops)


assert __doc__ is not None
RULE = Rule("SCH203", "step-before-optimizer", "scheduler.step() runs before the first optimizer.step().", __doc__, check)
