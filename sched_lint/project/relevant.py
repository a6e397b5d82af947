"""Which modules are worth evaluating as programs: those that speak of schedulers, and those that import them."""

from __future__ import annotations

import os
import re

from sched_lint.project.imports import Project
from sched_lint.project.modules import INTERESTING, Module
from sched_lint.sources.reading import SourceError
from sched_lint.sources.relevance import is_relevant

IMPORT = re.compile(rb"^[ \t]*(?:from[ \t]+([.\w]+)[ \t]+import[ \t]+(\([^)]*\)|[^\n#]*)|import[ \t]+([^\n#]+))", re.MULTILINE)
NAME = re.compile(rb"\w+")
DOTTED = re.compile(r"[\w.]+")
WORD = re.compile(r"\w+")
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
    # What of a module leads to schedulers: anything (None), or, of a package that passes names on, those names.
    frontier: dict[str, set[str] | None] = dict.fromkeys(relevant)
    for _ in range(LEVELS):
        stems = {_stem(found[name]) for name in frontier}
        reached: dict[str, set[str] | None] = {}
        remaining: list[Module] = []
        for module in others:
            names = _imports_of(project, module, frontier, stems)
            package = module.name.endswith("__init__.py")
            if names and (package or INTERESTING.search(module.data)):
                found[module.name] = module
                reached[module.name] = None if not package or "*" in names else names
            else:
                remaining.append(module)
        others = remaining
        frontier = reached
        if not frontier:
            break
    return [found[name] for name in sorted(found)]


def _stem(module: Module) -> bytes:
    folder, base = os.path.split(module.name)
    return os.fsencode(os.path.basename(folder) if base == "__init__.py" else base[:-3])


def _imports_of(project: Project, module: Module, wanted: dict[str, set[str] | None], stems: set[bytes]) -> set[str]:
    """The names that a module imports from the wanted ones: by name first, then by where the name leads."""
    found: set[str] = set()
    for match in IMPORT.finditer(module.data):
        home, names, plain = match.groups()
        if not any(word in stems for text in (home, names, plain) if text is not None for word in NAME.findall(text)):
            continue
        if plain is not None:
            for name in DOTTED.findall(plain.decode("utf-8", "replace")):
                target = project.resolve(module, name)
                if isinstance(target, Module) and target.name in wanted and wanted[target.name] is None:
                    found.add(name)
        else:
            found |= _names_from(project, module, home.decode("utf-8", "replace"), names.decode("utf-8", "replace"), wanted)
    return found


def _names_from(project: Project, module: Module, home: str, names: str, wanted: dict[str, set[str] | None]) -> set[str]:
    level = len(home) - len(home.lstrip("."))
    base = project.resolve(module, home[level:], level)
    if base is None:
        return set()
    spelled = {"*"} if "*" in names else set(WORD.findall(names))
    found: set[str] = set()
    if isinstance(base, Module) and base.name in wanted:
        passed_on = wanted[base.name]
        found = spelled if passed_on is None or "*" in spelled or not spelled else spelled & passed_on
    for name in spelled:
        inner = project.submodule(base, name)
        if isinstance(inner, Module) and inner.name in wanted:
            found.add(name)
    return found


def doubtful_importers(project: Project) -> set[str]:
    """The modules that import, over few steps, one in which something that speaks of training does not parse."""
    parsed = [module for module in project.modules.values() if module.state]
    frontier = {module.name for module in parsed if module.in_doubt}
    found: set[str] = set()
    for _ in range(LEVELS):
        stems = {_stem_of(name) for name in frontier}
        if not stems:
            break
        frontier = {module.name for module in parsed if module.name not in found and _imported(module) & stems}
        found |= frontier
    return found


def _stem_of(name: str) -> bytes:
    folder, base = os.path.split(name)
    return os.fsencode(os.path.basename(folder) if base == "__init__.py" else base[:-3])


def _imported(module: Module) -> set[bytes]:
    """Every word in the module's import statements."""
    return {word for match in IMPORT.finditer(module.data) for text in match.groups() if text for word in NAME.findall(text)}
