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
When the optimizer's lr is 1, when the two values are not known to be the same, when the param groups have factors in the place of
an lr, and when they come from a call that is not followed.

## Since
sched-lint 0.1.0.

## References
- https://github.com/pytorch/pytorch/issues/78917
"""

import re
from collections.abc import Iterator

from sched_lint.quantities import Const, Items, Snippet, Symbol, Value, alternatives, key, literal, names, walk
from sched_lint.rules.rule import Diagnosis, Rule, drivers
from sched_lint.timeline import GROUP_RATES, Optimizer, Timeline

CALLED = re.compile(r"(\w+)\([^()]*\)$")
PLAIN = frozenset({"parameters", "filter", "list", "chain", "iter", "tuple"})
"""Calls that give parameters, not groups of them."""


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
    """The learning rate that each function is given to multiply; none where the param groups may have their own."""
    rate = optimizer.arguments.get("lr")
    groups = optimizer.arguments.get(GROUP_RATES)
    if not isinstance(groups, Items):
        return [] if _may_be_groups(optimizer.arguments.get("params")) else [rate] * functions
    if len(groups.items) == functions > 1:
        return [rate if _is_default(group) else group for group in groups.items]
    # One function for several groups: it is wrong for all of them only where none has a factor in the place of its lr.
    return [rate] * functions if rate is not None and any(_comes_of(group, rate) for group in groups.items) else []


def _may_be_groups(params: Value | None) -> bool:
    """Did a call that was not followed give what is optimized, or some of it, other than a model's own parameters?"""
    return params is not None and any(_is_unknown_call(part) for part in _inside(params))


def _is_unknown_call(value: Value) -> bool:
    if not isinstance(value, Symbol) or not isinstance(value.key, tuple) or value.key[0] != "node":
        return False
    match = CALLED.search(value.text)
    return match is None or match.group(1) not in PLAIN


def _is_default(group: Value) -> bool:
    return isinstance(group, Const) and literal(group) is None


def _comes_of(group: Value, rate: Value) -> bool:
    """Is the lr of a param group the optimizer's, or computed with it?"""
    if _is_default(group):
        return True
    return any(key(part) == key(rate) for part in _inside(group))


def _inside(value: Value) -> Iterator[Value]:
    return (part for _, option in alternatives(value) for part in walk(option))


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
