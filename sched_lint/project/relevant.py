"""Which modules are worth evaluating as programs: those that speak of schedulers, and those that import them."""

from __future__ import annotations

import os
import re

from sched_lint.project.imports import Project
from sched_lint.project.modules import INTERESTING, Module
from sched_lint.sources.reading import SourceError
from sched_lint.sources.relevance import is_relevant

IMPORT = re.compile(rb"^[ \t]*(?:from[ \t]+([.\w]+)[ \t]+import[ \t]+([^\n#]*)|import[ \t]+([^\n#]+))", re.MULTILINE)
NAME = re.compile(rb"\w+")
LEVELS = 3
"""How far up the importers are followed: a script, its trainer, the trainer's base."""


def roots_of(project: Project) -> list[Module]:
    """The modules to evaluate, in the order of their paths."""
    relevant: dict[str, Module] = {}
    others: list[Module] = []
    for module in project.modules.values():
        try:
            (others.append(module) if not is_relevant(module.data) else relevant.setdefault(module.name, module))
        except SourceError:
            continue
    found = dict(relevant)
    frontier = list(relevant.values())
    for _ in range(LEVELS):
        stems = {_stem(module) for module in frontier}
        frontier = []
        remaining: list[Module] = []
        for module in others:
            package = module.name.endswith("__init__.py")
            if _imports_one_of(module, stems) and (package or INTERESTING.search(module.data)):
                found[module.name] = module
                frontier.append(module)
            else:
                remaining.append(module)
        others = remaining
        if not frontier:
            break
    return [found[name] for name in sorted(found)]


def _stem(module: Module) -> bytes:
    folder, base = os.path.split(module.name)
    return os.fsencode(os.path.basename(folder) if base == "__init__.py" else base[:-3])


def _imports_one_of(module: Module, stems: set[bytes]) -> bool:
    for match in IMPORT.finditer(module.data):
        home, names, plain = match.groups()
        for text in (home, names, plain):
            if text is not None and any(word in stems for word in NAME.findall(text)):
                return True
    return False
