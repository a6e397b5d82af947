"""# SCH001 unparsed-file

## What it does
Reports a file that could not be read, decoded or parsed, with the place where reading stopped.

## Why is this bad
Nothing in the file was checked, and what other files do through it is unknown. Research code often carries one line of an
older Python (`cuda(async=True)`, a print statement) or a merge marker.

## Example
```python
loss = loss.cuda(async=True)
```
Use instead:
```python
loss = loss.cuda(non_blocking=True)
```

## When it is silent
Files that cannot concern a scheduler are not parsed at all, so a syntax error in them is not reported; those that cannot be
read or decoded are. Under flake8 the rule is silent: flake8 reports such files itself, as E902 and E999.

## References
- PEP 263, on the encoding of source files.
"""

from sched_lint.rules.rule import Rule

assert __doc__ is not None
RULE = Rule("SCH001", "unparsed-file", "The file could not be read, decoded or parsed.", __doc__)
