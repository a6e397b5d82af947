"""# SCH404 lambda-returns-lr

## What it does
Reports a LambdaLR whose function multiplies by the very value that is the optimizer's `lr`.

## Why is this bad
LambdaLR multiplies the base learning rate by what the function returns. A function that returns the learning rate itself trains
with its square: with lr=0.1, at 0.01 (torch 2.13.0).

## Example
```python
optimizer = SGD(model.parameters(), lr=lr)
scheduler = LambdaLR(optimizer, lambda epoch: lr * 0.95**epoch)
```
Use instead: `lambda epoch: 0.95**epoch`.

## When it is silent
When the optimizer's lr is 1, when the two values are not known to be the same, and when lr is a factor of a group's own.

## Since
sched-lint 0.1.0.

## References
- https://github.com/pytorch/pytorch/issues/78917
"""

from collections.abc import Iterator

from sched_lint.quantities import Const, Items, Snippet, Value, key, literal, names, number
from sched_lint.rules.rule import Diagnosis, Rule, drivers
from sched_lint.timeline import GROUP_RATES, Optimizer, Timeline


def check(timeline: Timeline) -> Iterator[Diagnosis]:
    for built, scheduler in timeline.schedulers():
        if scheduler.name != "LambdaLR" or scheduler.factory or scheduler.custom:
            continue
        given = scheduler.arguments.get("lr_lambda")
        functions = given.items if isinstance(given, Items) else (given,)
        for optimizer in drivers(scheduler):
            pairs = zip(functions, _rates(optimizer, len(functions)), strict=False)
            if any(isinstance(each, Snippet) and rate is not None and _multiplies(each, rate) for each, rate in pairs):
                yield _diagnosis(built.site, optimizer)
                break


def _rates(optimizer: Optimizer, functions: int) -> list[Value | None]:
    """The learning rate that each function is given to multiply."""
    rate = optimizer.arguments.get("lr")
    groups = optimizer.arguments.get(GROUP_RATES)
    if not isinstance(groups, Items):
        return [rate] * functions
    if len(groups.items) == functions > 1:
        return [rate if literal(group) is None and isinstance(group, Const) else group for group in groups.items]
    # One function for several groups: it is wrong for all of them only where none has an lr of its own.
    return [] if all(number(group) is not None for group in groups.items) else [rate] * functions


def _diagnosis(site: object, optimizer: Optimizer) -> Diagnosis:
    return Diagnosis(
        site,  # type: ignore[arg-type]
        "LambdaLR multiplies the optimizer's lr by what the function returns, and this function returns that lr again: training "
        "runs at its square; return the factor alone",
        ((optimizer.site, "the lr is given here"),),
    )


def _multiplies(function: Snippet, rate: Value) -> bool:
    value = literal(rate)
    if value == 1:
        return False
    first = function.compute(0)
    starts = first is not None and value is not None and abs(first - value) <= 1e-12 * abs(value)
    for factor in function.multiplied:
        if key(factor) == key(rate):
            # Of two plain numbers, being the same says little: 0.5 * (1 + cos(...)) beside lr=0.5.
            if starts or value is None or set(names(factor)) & set(names(rate)):
                return True
    return starts and value in function.constants


assert __doc__ is not None
RULE = Rule("SCH404", "lambda-returns-lr", "A LambdaLR function that returns the learning rate, not a factor.", __doc__, check)
