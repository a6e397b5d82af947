"""# SCH002 unused-suppression

## What it does
Reports a `# noqa: SCHnnn` comment, or a `# flake8: noqa: SCHnnn` for a whole file, that silences nothing: the mistake is gone,
it stands on another line, or the code is misspelt. Off by default.

## Why is this bad
The comment tells the reader of a mistake that is not there, and will hide the next one that is.

## Example
```python
for epoch in range(epochs):
    for batch in loader:
        train_step(batch)
    scheduler.step()  # noqa: SCH201
```
Use instead:
```python
for epoch in range(epochs):
    for batch in loader:
        train_step(batch)
    scheduler.step()
```

## When it is silent
Until it is switched on, by its own code or a prefix such as `SCH0`: `extend-select = ["SCH002"]` in the configuration,
`--extend-select SCH002` for the command and for flake8.

About comments without codes and about codes of other tools; about codes that the run does not look for, because they are not
selected, are ignored, or are ignored for some files (`per-file-ignores`); about files that could not be parsed in full, and
projects whose analysis failed or was cut short. A finding that is too weak to be shown (`min-confidence`) counts as silenced.

Under flake8, a file with `# flake8: noqa` is not looked at, whatever codes follow, and with `--disable-noqa` no comment silences
anything: nothing is called unused then.

## Since
sched-lint 0.1.0.

## References
- The comments are read as flake8 reads them: `# noqa` on the last line of a multi-line string counts for all of its lines.
"""

from sched_lint.findings import UNUSED_CODE, UNUSED_NAME
from sched_lint.rules.rule import Rule

assert __doc__ is not None
RULE = Rule(UNUSED_CODE, UNUSED_NAME, "A `# noqa: SCHnnn` silences nothing.", __doc__, default_enabled=False)
