"""# SCH401 unknown-argument

## What it does
Reports arguments that the targeted torch does not accept: `verbose` (removed in 2.7), also by position or through a subclass's
`super().__init__`; misspelt or foreign keywords; too many positional arguments; missing required ones.

## Why is this bad
The constructor raises TypeError. Code that ran for years stops with a new torch: `verbose` was deprecated in 2.2 and removed in
2.7.0 (PyTorch PR 147301).

## Example
```python
scheduler = ReduceLROnPlateau(optimizer, patience=5, verbose=True)
```
Use instead:
```python
scheduler = ReduceLROnPlateau(optimizer, patience=5)
```

## When it is silent
When a splat of unknown contents is among the arguments, and for classes that are not torch's. The torch that counts is
`torch-version` in the configuration, else what the project's own pyproject.toml, requirements or lock file pins, else the
newest known.

## Since
sched-lint 0.1.0.

## References
- https://github.com/mlflow/mlflow/pull/15499, https://github.com/MIC-DKFZ/nnUNet/issues/2680
"""

import re
from collections.abc import Iterator

from sched_lint.knowledge import torch_api
from sched_lint.knowledge.torch_api import Api, Parameter
from sched_lint.rules.rule import Diagnosis, Rule
from sched_lint.rules.stepping import otherwise
from sched_lint.timeline import BaseBuilt, Built, Event, Scheduler, Timeline

ASKED = re.compile(r"version|signature|inspect|['\"]verbose|torch_?\w{0,60}(?:\d|_[gl][et]\b)|\.parameters\b(?!\()")
"""A test of what torch there is, or of what a class takes; `args.verbose` and `torch.cuda.is_available()` are none."""


def check(timeline: Timeline) -> Iterator[Diagnosis]:
    version = timeline.torch_version or torch_api.KNOWN_VERSIONS[-1]
    for event in timeline.of(Built):
        scheduler = event.subject
        if not isinstance(scheduler, Scheduler) or scheduler.custom or scheduler.factory or _version_is_asked(timeline, event):
            continue
        if scheduler.api is None:
            base_class = torch_api.base("LRScheduler")  # whichever it is, it takes no more of this than the base class does
            if base_class is not None and "verbose" in scheduler.keywords and not _takes(base_class, version, "verbose"):
                since = _since(base_class, "verbose")
                yield Diagnosis(event.site, f"no scheduler of torch {version} takes an argument 'verbose'{since}: TypeError")
            continue
        problem = _problem(scheduler.api, version, scheduler.positional, scheduler.keywords, scheduler.complete)
        if problem:
            yield Diagnosis(event.site, f"{scheduler.name} of torch {version} {problem}")
    for base in timeline.of(BaseBuilt):
        name = "LRScheduler" if base.base in ("", "_LRScheduler") else base.base
        api = torch_api.base(name) or torch_api.at_path(f"torch.optim.lr_scheduler.{name}")
        if api is not None and not _version_is_asked(timeline, base):
            problem = _problem(api, version, base.positional, base.keywords, base.complete)
            if problem:
                yield Diagnosis(base.site, f"{name} of torch {version} {problem}")


def _version_is_asked(timeline: Timeline, event: Event) -> bool:
    """Does the code ask what torch takes, or catch the TypeError?"""
    for literal in event.path:
        text = timeline.conditions[abs(literal)].text
        if text in ("no TypeError", "exception", "selection") or ASKED.search(text.lower()):
            return True
        if text == "no exception" and otherwise(event, literal, (built for built, _ in timeline.schedulers())):
            return True
    return False


def _takes(api: Api, version: str, name: str) -> bool:
    return any(parameter.name == name for parameter in torch_api.signature_at(api, version))


def _problem(api: Api, version: str, positional: int, keywords: tuple[str, ...], complete: bool) -> str:
    parameters = torch_api.signature_at(api, version)
    names = {parameter.name for parameter in parameters}
    for name in keywords:
        if name not in names:
            return f"takes no argument {name!r}{_since(api, name)}: TypeError"
    if positional > len([parameter for parameter in parameters if not parameter.keyword_only]):
        return f"takes {len(parameters)} arguments, {positional} are given by position{_lost(api, positional)}: TypeError"
    twice = [parameter.name for parameter in parameters[:positional] if parameter.name in keywords]
    if twice:
        return f"is given {twice[0]!r} twice, by position and by keyword: TypeError"
    if complete:
        given = {parameter.name for parameter in parameters[:positional]} | set(keywords)
        missing = [p.name for p in parameters if not p.has_default and p.name not in given and p.name != "self"]
        if missing:
            return f"needs the argument {missing[0]!r}, which is not given: TypeError"
    return ""


def _since(api: Api, name: str) -> str:
    old = _removed(api, name)
    return f" (removed in {old.until})" if old is not None and old.until else ""


def _lost(api: Api, positional: int) -> str:
    return " (verbose was removed in 2.7)" if _removed(api, "verbose") is not None else ""


def _removed(api: Api, name: str) -> Parameter | None:
    for signature in api.signatures:
        for parameter in signature.parameters:
            if parameter.name == name and parameter.until is not None:
                return parameter
    return None


assert __doc__ is not None
RULE = Rule("SCH401", "unknown-argument", "An argument that the targeted torch does not accept.", __doc__, check, needs_run=False)
