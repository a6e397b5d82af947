"""# SCH001 unparsed-file

## What it does
Reports a file that could not be read, decoded or parsed in full, with the place where reading stopped first.

## Why is this bad
Research code often carries one line of an older Python (`cuda(async=True)`, a print statement) or a merge marker. Such statements
are left out, a bounded number of them, and the rest of the file is analysed. What they did is unknown, so less is found: nothing
is said of their lines; the objects that they mention count as handed to code that is not seen; and where one of them speaks of
training, or is a whole function or class, nothing is said of the function around it or, outside of functions, of the code there,
nor of the files that import it.
A file that cannot be decoded, or of which too much would be left out, is not checked at all.

## Example
```python
loss = loss.cuda(async=True)
```
Use instead:
```python
loss = loss.cuda(non_blocking=True)
```

## When it is silent
Every file is read and decoded, but this is no syntax checker: files that never mention a scheduler are parsed only while all of
them together are no larger than 256 KiB. A file above 2 MiB that mentions one is reported, not analysed; one that does not counts
as empty. Statements are left out of files of up to 200,000 characters; above that, a file that does not parse is not analysed.

Under flake8 the rule is silent: flake8 reports such files itself, as E902 and E999, and asks for no findings in them.

## Since
sched-lint 0.1.0.

## References
- PEP 263, on the encoding of source files.
"""

from sched_lint.rules.rule import Rule

assert __doc__ is not None
RULE = Rule("SCH001", "unparsed-file", "The file could not be read, decoded or parsed in full.", __doc__)
