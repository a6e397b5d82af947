"""# SCH405 implausible-argument

## What it does
Reports arguments that cannot be meant: warm-up and total swapped by the names of their values, a warm-up as long as the whole
schedule or longer, `gamma=0`, `pct_start` outside of 0 to 1.

## Why is this bad
With warm-up and total swapped, the learning rate rises for the whole run. `gamma=0` sets it to zero at the first decay, for good.
`pct_start` above 1 raises ValueError in the constructor (torch 2.13.0: "Expected float between 0 and 1 pct_start, but got 30").

## Example
```python
scheduler = get_linear_schedule_with_warmup(optimizer, num_training_steps, num_warmup_steps)
```
Use instead: `get_linear_schedule_with_warmup(optimizer, num_warmup_steps, num_training_steps)`.

## When it is silent
When the values or their names do not say it.

## Since
sched-lint 0.1.0.

## References
- https://github.com/shirley-wu/cross-doc-misinfo-detection/issues/1
"""

import re
from collections.abc import Iterator

from sched_lint.quantities import Const, Length, Op, Symbol, Value, factors, key, literal, text
from sched_lint.rules.rule import Diagnosis, Rule
from sched_lint.timeline import Scheduler, Timeline

COUNT = re.compile(r"step|epoch|iter", re.IGNORECASE)
TOTAL = re.compile(r"total|max|train", re.IGNORECASE)


def check(timeline: Timeline) -> Iterator[Diagnosis]:
    for built, scheduler in timeline.schedulers():
        message = _decay(scheduler) or _share(scheduler) or _warmup(scheduler)
        if message:
            yield Diagnosis(built.site, message)


def _decay(scheduler: Scheduler) -> str:
    gamma = scheduler.arguments.get("gamma")
    if scheduler.api is not None and gamma is not None and "gamma" in scheduler.api.multiplicative_arguments:
        if literal(gamma) == 0:
            return f"gamma=0 makes {scheduler.name} set the learning rate to zero at its first decay, for good; give it above 0"
    return ""


def _share(scheduler: Scheduler) -> str:
    share = literal(scheduler.arguments.get("pct_start"))
    if share is not None and not 0 <= share <= 1:
        return f"pct_start={share:g} is a share of the run, between 0 and 1: building the OneCycleLR raises ValueError"
    return ""


def _warmup(scheduler: Scheduler) -> str:
    if scheduler.custom:
        warm = next((name for name in scheduler.arguments if "warm" in name and COUNT.search(name)), None)
        total = next((name for name in scheduler.arguments if _means(name) == "total" and COUNT.search(name)), None)
    else:
        warm = next((name for name, role in scheduler.units.items() if role == "warmup"), None)
        total = next((name for name, role in scheduler.units.items() if role == "horizon"), None)
    if warm is None or total is None or (scheduler.custom and COUNT.findall(warm) != COUNT.findall(total)):
        return ""
    first, second = scheduler.arguments.get(warm), scheduler.arguments.get(total)
    if first is None or second is None:
        return ""
    shown = f"{warm}={text(first)}, {total}={text(second)}"
    if _swapped(scheduler, warm, total):
        return f"{shown}: warm-up and total are swapped, and the learning rate rises for the whole run; exchange them"
    if scheduler.custom:
        return ""  # what a class of the project makes of such numbers is not known
    a, b = literal(first), literal(second)
    same = key(first) == key(second) and b != 0 and _means(_called(first)) != "warm-up"
    if same or (a is not None and b is not None and a >= b > 0):
        return f"{shown}: the warm-up is as long as the whole schedule, and the learning rate only rises"
    return ""


def _swapped(scheduler: Scheduler, warm: str, total: str) -> bool:
    """Is the warm-up given what is called a total and the total what is called a warm-up: here, or where they come from?"""
    here = [_means(scheduler.spelled.get(name, "")) for name in (warm, total)]
    origin = [_means(_called(scheduler.arguments[name])) for name in (warm, total)]
    return ["total", "warm-up"] in (here, origin)


def _called(value: Value) -> str:
    """The one name a value was read from, and for epochs times batches their name; "" for what else was computed on the spot."""
    if isinstance(value, Op) and not value.label and _whole_run(value):
        return "total"
    if isinstance(value, (Const, Op)):
        return value.label
    if isinstance(value, Symbol):
        return value.text.rpartition(".")[2]
    return ""


def _whole_run(value: Op) -> bool:
    parts = factors(value)
    whole = all(isinstance(part, (Symbol, Length, Const)) and (literal(part) or 1) >= 1 for part in parts)
    return value.op == "*" and len(parts) > 1 and whole and any(isinstance(part, Length) for part in parts)


def _means(name: str) -> str:
    return "warm-up" if "warm" in name.lower() else "total" if TOTAL.search(name) else ""


assert __doc__ is not None
RULE = Rule("SCH405", "implausible-argument", "Arguments that cannot be meant.", __doc__, check, needs_run=False)
