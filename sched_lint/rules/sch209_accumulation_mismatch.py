"""# SCH209 accumulation-mismatch

## What it does
Reports, under gradient accumulation, a scheduler stepped once per optimizer update whose horizon counts micro-batches, or one
stepped per micro-batch whose horizon counts updates.

## Why is this bad
With accumulation over n micro-batches the schedule gets through 1/n of its length, or is over after 1/n of the run. Measured on
torch 2.13.0 with n=4: a cosine that should end at 0 ends at 85 % of the initial learning rate, a linear decay at 75 %, and a
OneCycleLR at 94 % of its maximum, still rising.

## Example
```python
scheduler = get_linear_schedule_with_warmup(optimizer, 0, num_training_steps=epochs * len(loader))
for i, batch in enumerate(loader):
    (model(batch).loss / accum).backward()
    if (i + 1) % accum == 0:
        optimizer.step()
        scheduler.step()
```
Use instead: `num_training_steps=epochs * len(loader) // accum`.

## When it is silent
When the horizon is neither plainly a product of epochs and `len(loader)` nor the bound of the loop over micro-batches, when the
optimizer's step is under no periodic guard, and when both count the same thing.

## Since
sched-lint 0.1.0.

## References
- https://github.com/shirley-wu/cross-doc-misinfo-detection/issues/1
"""

from collections.abc import Iterator

from sched_lint.quantities import Items, Length, Op, Snippet, Value, key, literal, text, walk
from sched_lint.rules.rule import Diagnosis, Rule, describe
from sched_lint.timeline import Loop, OptimizerStepped, Stepped, Timeline, on_one_path


def check(timeline: Timeline) -> Iterator[Diagnosis]:
    for event in timeline.of(Stepped):
        loop = event.rate.loop
        if loop is None or event.arguments or event.by:
            continue
        if loop.kind == "iteration" and event.rate.per == "iteration":
            yield from _in_turns_of(loop, event, timeline)
        if event.rate.per not in ("update", "batch") or loop.kind != "batch":
            continue
        for argument, value in (*_horizons(event), *_captured(event)):
            counts_updates = _is_divided(value)
            if event.rate.per == "update" and not counts_updates and _plain(value):
                outcome = (
                    "counts micro-batches, but the scheduler is stepped once per optimizer update: training ends far from the "
                    "end of the schedule; divide the total by the accumulation"
                )
            elif event.rate.per == "batch" and counts_updates and _accumulates(timeline, event, loop):
                outcome = (
                    "counts optimizer updates, but the scheduler is stepped after every micro-batch: the schedule is over long "
                    "before training; step it where the optimizer steps"
                )
            else:
                continue
            yield Diagnosis(
                event.site,
                f"{argument}={text(value)} of {describe(event.subject)} {outcome}",
                ((event.subject.site, f"{event.subject.name} built here"),),
            )
            break


def _in_turns_of(loop: Loop, event: Stepped, timeline: Timeline) -> Iterator[Diagnosis]:
    """`for step in range(total)`, a horizon of the same total, and a step once in several turns."""
    if loop.bound is None or not _is_periodic(timeline, event, loop) or not _accumulates(timeline, event, loop):
        return
    for scheduler in event.subject.tree:
        given = [(argument, scheduler.arguments.get(argument)) for argument, role in scheduler.units.items() if role == "horizon"]
        closed = ((a, part) for a, value in scheduler.arguments.items() if isinstance(value, Snippet) for part in value.terms)
        for argument, value in (*given, *closed):
            if value is not None and key(value) == key(loop.bound):
                yield Diagnosis(
                    event.site,
                    f"{argument}={text(value)} of {describe(event.subject)} is the number of turns of the loop, but the "
                    "scheduler is stepped once per optimizer update: training ends far from the end of the schedule; divide the "
                    "total by the accumulation",
                    ((event.subject.site, f"{event.subject.name} built here"), (loop.site, "the loop over micro-batches")),
                )
                return


def _horizons(event: Stepped) -> Iterator[tuple[str, Value]]:
    for scheduler in event.subject.tree:
        for argument, role in scheduler.units.items():
            value = scheduler.arguments.get(argument)
            if (
                value is not None
                and role in ("horizon", "steps_per_epoch")
                and any(isinstance(part, Length) for part in walk(value))
            ):
                yield argument, value


def _captured(event: Stepped) -> Iterator[tuple[str, Value]]:
    """The horizons that an lr_lambda computes with."""
    for scheduler in event.subject.tree:
        for argument, value in scheduler.arguments.items():
            if isinstance(value, Snippet):
                for parts in (value.factors, value.computed):
                    lengths = [part for part in parts if any(isinstance(inner, Length) for inner in walk(part))]
                    if lengths:
                        yield argument, lengths[-1]
                        break


def _plain(value: Value) -> bool:
    """A product of epochs and len(loader), with no rounding or division: what else it may count is not hidden."""
    if isinstance(value, Op):
        return value.op in ("*", "int", "float") and all(_plain(arg) for arg in value.args)
    return not isinstance(value, Items)


def _is_divided(value: Value) -> bool:
    """Is len(loader), or a product with it, divided by something that is no share of the run?"""
    for part in walk(value):
        if isinstance(part, Op) and part.op in ("/", "//") and any(isinstance(inner, Length) for inner in walk(part.args[0])):
            divisor = literal(part.args[1])
            if any(isinstance(inner, Length) for inner in walk(part.args[1])):
                continue
            if divisor is None or divisor > 1:
                return True
    return False


def _accumulates(timeline: Timeline, event: Stepped, loop: Loop) -> bool:
    """Does the optimizer step once in several turns of the loop, and only so?"""
    steps = [
        other
        for other in timeline.of(OptimizerStepped)
        if loop in other.loops and on_one_path(other, event) and (other.subject is None or event.subject.drives(other.subject))
    ]
    return bool(steps) and all(_is_periodic(timeline, other, loop) for other in steps)


def _is_periodic(timeline: Timeline, event: Stepped | OptimizerStepped, loop: Loop) -> bool:
    return any(timeline.conditions[abs(literal_)].periodic_on(literal_) for literal_ in event.path - loop.path)


assert __doc__ is not None
RULE = Rule(
    "SCH209",
    "accumulation-mismatch",
    "Steps count updates where the horizon counts micro-batches, or the reverse.",
    __doc__,
    check,
)
