"""# SCH402 private-base-class

## What it does
Reports `isinstance(x, _LRScheduler)`.

## Why is this bad
Since torch 2.0 the base class is `LRScheduler`, and the old name is a subclass of it: the test is False for every scheduler that
torch builds (measured on 2.13.0). Code behind it never runs, or refuses every scheduler.

## Example
```python
if isinstance(scheduler, torch.optim.lr_scheduler._LRScheduler):
    scheduler.step()
```
Use instead: `torch.optim.lr_scheduler.LRScheduler`.

## When it is silent
When `LRScheduler` is among the classes asked for as well, and when the targeted torch is older than 2.0.

## Since
sched-lint 0.1.0.
"""

from collections.abc import Iterator

from sched_lint.knowledge import torch_api
from sched_lint.rules.rule import Diagnosis, Rule
from sched_lint.timeline import InstanceAsked, Timeline


def check(timeline: Timeline) -> Iterator[Diagnosis]:
    version = timeline.torch_version
    if version is not None and torch_api.release(version) < (2, 0):
        return
    for event in timeline.of(InstanceAsked):
        names = {name.rpartition(".")[2] for name in event.names}
        if "_LRScheduler" in names and "LRScheduler" not in names and not event.own:
            others = sorted(name for name in names if torch_api.scheduler(name) is not None)
            but = f" but {' and '.join(others)}, named beside it" if others else ""
            never = "" if others else ", so what depends on it never runs (or always does, behind a not)"
            yield Diagnosis(
                event.site,
                f"isinstance(..., _LRScheduler) is False for every scheduler of torch since 2.0{but}{never}; ask for LRScheduler",
            )


assert __doc__ is not None
RULE = Rule(
    "SCH402", "private-base-class", "isinstance(x, _LRScheduler) is False since torch 2.0.", __doc__, check, needs_run=False
)
