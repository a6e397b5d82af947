"""Which modules are worth evaluating as programs: those that speak of schedulers, and those that import what leads to them."""

from __future__ import annotations

import os
import re
from collections.abc import Iterator

from sched_lint.project.imports import Project
from sched_lint.project.modules import Module
from sched_lint.sources.reading import SourceError
from sched_lint.sources.relevance import CLASS_WORDS, is_relevant

IMPORT = re.compile(rb"^[ \t]*(?:from[ \t]+([.\w]+)[ \t]+import[ \t]+(\([^)]*\)|[^\n#]*)|import[ \t]+([^\n#]+))", re.MULTILINE)
DOTTED = re.compile(r"[\w.]+")
WORD = re.compile(r"\w+")
MAKES = re.compile(r"(?i:lr_?sched)|" + "|".join(word.decode() for word in CLASS_WORDS))
"""What a scheduler can be made with: torch's module and classes ..."""
MAKES_SOMETHING = re.compile(r"(?i:sched\w*\s*[(\[])")
"""... or a function or class named for it, a table of them. Jobs and noise have schedulers too, but no optimizer."""
OPTIMIZER = re.compile(r"(?i:optimizers?\b|optim\b)")
LEVELS = 5
"""How far up the importers are followed: a script, its trainer, the trainer's base, and the packages that pass them on."""


def roots_of(project: Project) -> list[Module]:
    """The modules to evaluate, in the order of their paths."""
    found: dict[str, Module] = {}
    others: list[Module] = []
    for module in project.modules.values():
        try:
            if is_relevant(module.data):
                found[module.name] = module
            elif module.interesting or module.name.endswith("__init__.py"):
                others.append(module)
        except SourceError:
            continue
    imports = _Imports(project)
    # What of a module leads to schedulers, by the module's name. Relevant modules may lead to one another.
    leading: dict[str, frozenset[str]] = {
        name: _leading(module, imports.from_torch(module)) for name, module in found.items()
    }
    frontier = dict(leading)
    for _ in range(LEVELS):
        stems = {_stem(name) for name in frontier}
        reached: dict[str, frozenset[str]] = {}
        for module in (*found.values(), *others):
            names = imports.of(module, frontier, stems)
            if not names:
                continue
            leads = _leading(module, names)
            known = leading.get(module.name, frozenset())
            if not leads <= known or module.name not in leading:
                leading[module.name] = reached[module.name] = known | leads
        for module in others:
            if module.name in reached and module.interesting:
                found[module.name] = module
        others = [module for module in others if module.name not in found]
        frontier = reached
        if not frontier:
            break
    return [found[name] for name in sorted(found)]


def _leading(module: Module, imported: frozenset[str]) -> frozenset[str]:
    """The names of a module that lead to schedulers, given those it imports that do."""
    leads = set(imported)
    waiting: list[tuple[frozenset[str], frozenset[str]]] = []
    trains = any(OPTIMIZER.search(text) for _, text in module.outline)
    for names, text in module.outline:
        if MAKES.search(text) or (trains and MAKES_SOMETHING.search(text)):
            leads |= names
        else:
            waiting.append((names, frozenset(WORD.findall(text))))
    growing = bool(leads)
    while growing:
        more = {name for names, mentioned in waiting if not mentioned.isdisjoint(leads) for name in names}
        growing = not more <= leads
        leads |= more
    return frozenset(leads)


def _stem(name: str) -> bytes:
    folder, base = os.path.split(name)
    return os.fsencode(os.path.basename(folder) if base == "__init__.py" else base[:-3])


class _Imports:
    """The imports of modules, found by their looks and remembered."""

    def __init__(self, project: Project) -> None:
        self._project = project
        self._found: dict[str, list[tuple[frozenset[bytes], str, str, str]]] = {}

    def of(self, module: Module, wanted: dict[str, frozenset[str]], stems: set[bytes]) -> frozenset[str]:
        """The names that a module imports and that lead to schedulers; `stems` are the wanted modules' short names."""
        found: set[str] = set()
        for words, home, names, plain in self._imports(module):
            if stems.isdisjoint(words):
                continue
            if plain:
                found.update(self._plainly(module, plain, wanted))
            else:
                found.update(self._names_from(module, home, names, wanted))
        return frozenset(found)

    def from_torch(self, module: Module) -> frozenset[str]:
        """The names under which a module imports torch's schedulers."""
        found: set[str] = set()
        for _, home, names, plain in self._imports(module):
            for clause in (plain or names.strip("()")).split(","):
                if MAKES.search(f"{home}.{clause}"):
                    found.update(WORD.findall(clause)[-1:])
        return frozenset(found)

    def _imports(self, module: Module) -> list[tuple[frozenset[bytes], str, str, str]]:
        known = self._found.get(module.name)
        if known is None:
            known = self._found[module.name] = [
                (frozenset(NAME.findall(match.group())), _decoded(match[1]), _decoded(match[2]), _decoded(match[3]))
                for match in IMPORT.finditer(module.data)
            ]
        return known

    def _plainly(self, module: Module, plain: str, wanted: dict[str, frozenset[str]]) -> Iterator[str]:
        """`import a.b` and `import a as b`: the module counts where something of it that leads is mentioned."""
        for clause in plain.split(","):
            words = DOTTED.findall(clause)
            target = self._project.resolve(module, words[0]) if words else None
            if isinstance(target, Module) and target is not module and self._is_used(module, target, wanted):
                yield words[-1].partition(".")[0]

    def _is_used(self, module: Module, target: Module, wanted: dict[str, frozenset[str]]) -> bool:
        leads = wanted.get(target.name)
        return leads is not None and not leads.isdisjoint(WORD.findall(module.text))

    def _names_from(self, module: Module, home: str, names: str, wanted: dict[str, frozenset[str]]) -> Iterator[str]:
        level = len(home) - len(home.lstrip("."))
        base = self._project.resolve(module, home[level:], level)
        if base is None or base is module:
            return
        leads = wanted.get(base.name, frozenset()) if isinstance(base, Module) else frozenset()
        if "*" in names:
            yield from leads
            return
        for clause in names.strip("()").split(","):
            spelled = WORD.findall(clause.partition("#")[0])
            if not spelled:
                continue
            inner = self._project.submodule(base, spelled[0])
            if isinstance(inner, Module) and spelled[0] not in leads:
                if inner is not module and self._is_used(module, inner, wanted):
                    yield spelled[-1]
            elif spelled[0] in leads:
                yield spelled[-1]


NAME = re.compile(rb"\w+")


def _decoded(part: bytes | None) -> str:
    return part.decode("utf-8", "replace") if part is not None else ""
