"""# SCH304 base-lr-mismatch

## What it does
Reports an optimizer whose `lr` differs between the script that trains and the one that resumes from its checkpoint.

## Why is this bad
`optimizer.load_state_dict` restores the learning rate of the checkpoint, and the scheduler's state holds the base learning
rates. Measured on torch 2.13.0: with both restored, the new `lr` has no effect at all, silently.

## Example
```python
# train.py
optimizer = SGD(model.parameters(), lr=0.1)
# resume.py
optimizer = SGD(model.parameters(), lr=0.01)
optimizer.load_state_dict(checkpoint["optimizer"])
```
Use instead: one value that both scripts import; to change the learning rate on purpose, write it into `param_groups` (and
`scheduler.base_lrs`) after restoring.

## When it is silent
When the two are not known to belong together, when a value is not known, when the learning rate is written by hand after
restoring, and under OneCycleLR and CyclicLR, which ignore the optimizer's own learning rate.

## Since
sched-lint 0.1.0.

## References
- https://github.com/pytorch/pytorch/issues/156846, https://github.com/huggingface/transformers/issues/9099
"""

from collections.abc import Iterator

from sched_lint.knowledge import torch_api
from sched_lint.quantities import Const, Items, Value
from sched_lint.rules.agreement import Difference, compare
from sched_lint.rules.pairing import Pair
from sched_lint.rules.rule import Diagnosis, Rule
from sched_lint.timeline import GROUP_RATES, NO_RATE, Optimizer, RateWritten


def check(pair: Pair) -> Iterator[Diagnosis]:
    resumed = pair.resumed.scheduler
    if any(part.api is not None and part.api.ignores_base_lr for part in resumed.tree):
        return
    for _, optimizer in resumed.optimizers:
        if any(event.subject is optimizer for event in pair.resumed.timeline.of(RateWritten)):
            continue
        trained = [other for training in pair.trained for _, other in training.scheduler.optimizers]
        others = [other for other in trained if other.name == optimizer.name]
        found = [_difference(other, optimizer) for other in others]
        differing = [difference for difference in found if difference is not None]
        if not differing or len(differing) < len(found):
            continue
        restored = pair.resumed.optimizer_loaded is not None
        outcome = (
            "restoring the optimizer brings the old value back, and this one is silently ignored" if restored
            else "the optimizer is not restored, so it starts from the new value while the scheduler keeps the old base rate"
        )  # fmt: skip
        yield Diagnosis(
            optimizer.site,
            f"{optimizer.name} is built with {differing[0].argument}={differing[0].resumed} to resume a run that was trained "
            f"with {differing[0].argument}={differing[0].trained}: {outcome}",
            ((others[0].site, f"{others[0].name} of the training run built here"),),
            "medium" if differing[0].by_default or not pair.sure else "high",
        )


def _difference(trained: Optimizer, resumed: Optimizer) -> Difference | None:
    return compare("lr", _rate(trained), _rate(resumed)) or compare(
        GROUP_RATES, trained.arguments.get(GROUP_RATES), resumed.arguments.get(GROUP_RATES)
    )


def _rate(optimizer: Optimizer) -> Value | None:
    """The rate of the param groups that have none of their own; None where it is unknown, or all have."""
    groups = optimizer.arguments.get(GROUP_RATES)
    if isinstance(groups, Items) and not any(isinstance(rate, Const) and rate.value == NO_RATE for rate in groups.items):
        return None
    if "lr" in optimizer.arguments:
        return optimizer.arguments["lr"]
    api = torch_api.optimizer(optimizer.name) if optimizer.known and optimizer.complete else None
    parameter = api.parameter("lr") if api is not None else None
    return Const(parameter.default) if parameter is not None and parameter.has_default else None


assert __doc__ is not None
RULE = Rule("SCH304", "base-lr-mismatch", "The optimizer's lr differs between training and resuming.", __doc__, check_pair=check)
