"""# SCH301 argument-mismatch

## What it does
Reports constructor arguments of a scheduler that differ between the script (function, branch) that trains and the one that
resumes from its checkpoint. Position, keyword and default spelling are the same thing; constants, module constants, shared
config modules and argparse defaults are resolved.

## Why is this bad
`load_state_dict` of a scheduler replaces its attributes by those of the checkpoint. Measured on torch 2.13.0, for every
number, text or list argument of every scheduler: the training script's value wins, and the different value in the resume
script is silently ignored. Whoever changed it to get another schedule does not get one. Functions (`lr_lambda`) are not in
the state: there the resumed run follows neither schedule. Where the resume script does not restore the scheduler, the new
value does take effect, from there on.

## Example
```python
# train.py
scheduler = StepLR(optimizer, step_size=30)
# resume.py
scheduler = StepLR(optimizer, step_size=10)
scheduler.load_state_dict(checkpoint["scheduler"])
```
Use instead: one value, in one place that both scripts import.

## When it is silent
When the two are not known to belong together (the same checkpoint path, a shared helper, telling names in one folder, or
`pairs` in the configuration), when a value is not known on either side, and for `last_epoch`.

## Since
sched-lint 0.1.0.

## References
- https://github.com/deepinsight/insightface/pull/2143
"""

from collections.abc import Iterator

from sched_lint.rules.agreement import Difference, counterpart, differences
from sched_lint.rules.pairing import Pair
from sched_lint.rules.rule import Diagnosis, Rule


def check(pair: Pair) -> Iterator[Diagnosis]:
    candidates, _ = counterpart(pair)
    resumed = pair.resumed.scheduler
    found: list[list[Difference]] = [list(differences(t.scheduler, resumed)) for t in candidates]
    if not found or not all(found):
        return  # agrees with one of the alternatives
    for difference in found[0]:
        built = difference.part or resumed
        yield Diagnosis(
            built.site,
            f"{built.name} is built with {difference.argument}={difference.resumed} to resume a run that was trained with "
            f"{difference.argument}={difference.trained}: {_outcome(pair, difference)}",
            ((candidates[0].scheduler.site, f"{resumed.name} of the training run built here"),),
            "medium" if difference.by_default or not pair.sure else "high",
        )


def _outcome(pair: Pair, difference: Difference) -> str:
    if pair.resumed.loaded is None:
        return "the scheduler's state is not restored, so the new value takes effect from here on"
    if difference.function:
        return "functions are not saved with the scheduler, so the resumed run follows neither schedule"
    return "the checkpoint's value wins, and this one is silently ignored"


assert __doc__ is not None
RULE = Rule(
    "SCH301",
    "argument-mismatch",
    "Scheduler arguments differ between training and resuming.",
    __doc__,
    check_pair=check,
)
