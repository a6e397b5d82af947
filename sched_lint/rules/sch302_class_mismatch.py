"""# SCH302 class-mismatch

## What it does
Reports a scheduler built to resume a run whose scheduler was of another class.

## Why is this bad
The state of one class is poured into an object of another: attributes they share are overwritten, those the checkpoint does
not have keep the new class's values. Measured on torch 2.13.0: from StepLR to CosineAnnealingLR and the reverse, or from LambdaLR
to CosineAnnealingLR, the resumed run follows neither schedule, and nothing is reported. Other targets raise KeyError: LambdaLR
and MultiplicativeLR ('lr_lambdas'), CyclicLR ('_scale_fn_custom'), SequentialLR and ChainedScheduler ('_schedulers') while
loading; OneCycleLR ('max_lr') and SWALR ('swa_lr') at the next step.

## Example
```python
# train.py
scheduler = StepLR(optimizer, step_size=30)
# resume.py
scheduler = CosineAnnealingLR(optimizer, T_max=90)
scheduler.load_state_dict(checkpoint["scheduler"])
```
Use instead: the class that was trained with; or, to change the schedule on purpose, do not restore the scheduler's state.

## When it is silent
When the two are not known to belong together, when either class is not known, when the training run chooses among classes
and the resumed one is among them, and when the resume script does not restore the scheduler's state.

## Since
sched-lint 0.1.0.

## References
- `torch.optim.lr_scheduler.LRScheduler.load_state_dict`
"""

from collections.abc import Iterator

from sched_lint.rules.agreement import counterpart
from sched_lint.rules.pairing import Pair
from sched_lint.rules.rule import Diagnosis, Rule


def check(pair: Pair) -> Iterator[Diagnosis]:
    resumed = pair.resumed.scheduler
    if resumed.name == "scheduler" or pair.resumed.loaded is None:
        return
    same, others = counterpart(pair)
    if same or not others:
        return
    trained = others[0].scheduler
    sure = pair.sure and len(others) == len(pair.trained)
    yield Diagnosis(
        resumed.site,
        f"a {resumed.name} is restored from the state of a {trained.name}: the attributes they share are overwritten, the others "
        "kept, and the resumed run follows neither schedule",
        (
            (trained.site, f"{trained.name} of the training run built here"),
            (pair.resumed.loaded.site, "its state is restored here"),
        ),
        "high" if sure else "medium",
    )


assert __doc__ is not None
RULE = Rule(
    "SCH302",
    "class-mismatch",
    "The scheduler's class differs between training and resuming.",
    __doc__,
    check_pair=check,
)
