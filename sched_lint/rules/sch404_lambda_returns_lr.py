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

## References
- https://github.com/pytorch/pytorch/issues/78917
"""

from collections.abc import Iterator

from sched_lint.quantities import Items, Snippet, Value, key, literal, number
from sched_lint.rules.rule import Diagnosis, Rule, drivers
from sched_lint.timeline import GROUP_RATES, Optimizer, Timeline


def check(timeline: Timeline) -> Iterator[Diagnosis]:
    for built, scheduler in timeline.schedulers():
        if scheduler.name != "LambdaLR" or scheduler.factory or scheduler.custom:
            continue
        given = scheduler.arguments.get("lr_lambda")
        functions = given.items if isinstance(given, Items) else (given,)
        for optimizer in drivers(scheduler):
            rate = optimizer.arguments.get("lr")
            groups = optimizer.arguments.get(GROUP_RATES)
            if isinstance(groups, Items) and not any(number(group) is None for group in groups.items):
                continue  # every group has its own lr
            if rate is None or literal(rate) == 1:
                continue
            if any(isinstance(each, Snippet) and _multiplies(each, rate) for each in functions if each is not None):
                yield _diagnosis(built.site, optimizer)
                break


def _diagnosis(site: object, optimizer: Optimizer) -> Diagnosis:
    return Diagnosis(
        site,  # type: ignore[arg-type]
        "LambdaLR multiplies the optimizer's lr by what the function returns, and this function returns that lr again: training "
        "runs at its square; return the factor alone",
        ((optimizer.site, "the lr is given here"),),
    )


def _multiplies(function: Snippet, rate: Value) -> bool:
    value = number(rate)
    first = function.compute(0)
    same_name = any(key(factor) == key(rate) for factor in function.multiplied)
    if same_name:
        return True
    literal_rate = literal(rate)
    return (
        literal_rate is not None and value is not None and first is not None
        and abs(first - value) <= 1e-12 * abs(value) and literal_rate in function.constants
    )  # fmt: skip


assert __doc__ is not None
RULE = Rule("SCH404", "lambda-returns-lr", "A LambdaLR function that returns the learning rate, not a factor.", __doc__, check)
