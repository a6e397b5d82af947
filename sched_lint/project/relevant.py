"""Which modules are worth evaluating as programs: those that speak of schedulers, and those that import what leads to them."""

from __future__ import annotations

import os
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from sched_lint.project.clauses import WORD, Import
from sched_lint.project.imports import Project
from sched_lint.project.modules import Module
from sched_lint.sources.reading import SourceError
from sched_lint.sources.relevance import CLASS_WORDS

BASES = re.compile(rb"class[ \t]+\w+[ \t]*\(([^)\n]*(?:\n(?!class\b)[^)\n]*)*)\)")
MAKES = re.compile(r"(?i:lr_?sched)|" + "|".join(word.decode() for word in CLASS_WORDS))
"""What a scheduler can be made with: torch's module and classes ..."""
MAKES_SOMETHING = re.compile(r"(?i:sched\w{0,80}\s*[(\[])")
"""... or a function or class named for it, a table of them. Jobs and noise have schedulers too, but no optimizer."""
OPTIMIZER = re.compile(r"(?i:optimizers?\b|optim\b)")
ABSOLUTE = re.compile(r"""["'](/[^"'\n]{2,200})["']""")
LEVELS = 5
"""How far up the importers are followed: a script, its trainer, the trainer's base, and the packages that pass them on."""


@dataclass(frozen=True, slots=True)
class Roots:
    """The programs of a project.

    Attributes:
        modules: the modules to evaluate, in the order of their paths.
        leading: by a module's name, what it defines or imports that leads to a scheduler's making.
        links: names of modules of which one imports from the other what leads to a scheduler's making.
    """

    modules: list[Module]
    leading: dict[str, frozenset[str]]
    links: frozenset[tuple[str, str]] = frozenset()

    def groups(self, together: Iterable[tuple[str, str]] = ()) -> list[Roots]:
        """The programs apart: no program of one group has anything to do with those of another.

        Programs of one folder may be a training script and the one that resumes it, as may those that name the same
        absolute path.

        Args:
            together: paths of scripts that are configured as such pairs.
        """
        homes: dict[str, str] = {}

        def home(name: str) -> str:
            while homes.setdefault(name, name) != name:
                homes[name] = homes[homes[name]]
                name = homes[name]
            return name

        places: dict[str, str] = {}
        for first, second in (*self.links, *together):
            homes[home(first)] = home(second)
        for module in self.modules:
            for place in (os.path.dirname(module.name), *ABSOLUTE.findall(module.text)):
                homes[home(module.name)] = home(places.setdefault(place, module.name))
        found: dict[str, list[Module]] = {}
        for module in self.modules:
            found.setdefault(home(module.name), []).append(module)
        return [Roots(modules, self.leading, self.links) for modules in found.values()]


def roots_of(project: Project) -> Roots:
    """The modules to evaluate: where no scheduler can be made, there is nothing to find."""
    found: dict[str, Module] = {}
    others: list[Module] = []
    plain: list[Module] = []
    for module in project.modules.values():
        try:
            if module.relevant:
                found[module.name] = module
            elif module.interesting or module.name.endswith("__init__.py"):
                others.append(module)
            else:
                plain.append(module)
        except SourceError:
            continue
    leads = _Leads(project)
    for module in found.values():
        leads.take(module, frozenset())
    for _ in range(LEVELS):
        frontier = leads.reached
        if not frontier:
            break
        leads.reached = {}
        stems = {_stem(name) for name in frontier}
        names = frozenset(name for leading in frontier.values() for name in leading)
        derived = [module for module in plain if _derives_from(module, names)]
        for module in (*found.values(), *others, *derived):
            names = leads.imports.of(module, frontier, stems)
            if names:
                leads.take(module, names)
        for module in (*others, *derived):
            if module.name in leads.reached and (module.interesting or module in derived):
                found[module.name] = module
        others = [module for module in others if module.name not in found]
    return Roots([found[name] for name in sorted(found) if leads.of.get(name)], leads.of, frozenset(leads.links))


class _Leads:
    """What of each module leads to schedulers.

    Attributes:
        of: those names, by the module's name.
        reached: of the modules whose names grew since somebody last emptied it.
        links: see `Roots`.
    """

    def __init__(self, project: Project) -> None:
        self.imports = _Imports(project)
        self.links = self.imports.links
        self.of: dict[str, frozenset[str]] = {}
        self.reached: dict[str, frozenset[str]] = {}
        self._outlines: dict[str, list[tuple[frozenset[str], bool, frozenset[str]]]] = {}

    def take(self, module: Module, imported: frozenset[str]) -> None:
        """Follow what leads to schedulers through a module, given names it imports that do."""
        names = imported | self.imports.from_torch(module)
        found = self._leading(module, names)
        self._add(module.name, found)
        # What is registered with an object of another module is reached through that object.
        for home, name in self.imports.homes(module, found - names):
            self.links.add((module.name, home))
            self._add(home, frozenset({name}))

    def _add(self, name: str, more: frozenset[str]) -> None:
        known = self.of.get(name, frozenset())
        if not more <= known:
            self.of[name] = self.reached[name] = known | more

    def _leading(self, module: Module, imported: frozenset[str]) -> frozenset[str]:
        """The names of a module that lead to schedulers, given those it imports that do."""
        leads = set(imported)
        waiting: list[tuple[frozenset[str], frozenset[str]]] = []
        for names, makes, words in self._outline(module):
            if makes:
                leads |= names
            else:
                waiting.append((names, words))
        growing = bool(leads)
        while growing:
            more = {name for names, mentioned in waiting if not mentioned.isdisjoint(leads) for name in names}
            growing = not more <= leads
            leads |= more
        return frozenset(leads)

    def _outline(self, module: Module) -> list[tuple[frozenset[str], bool, frozenset[str]]]:
        """What a module says at its outermost level: names, whether a scheduler can be made there, and the words."""
        known = self._outlines.get(module.name)
        if known is None:
            trains = any(OPTIMIZER.search(text) for _, text in module.outline)
            known = self._outlines[module.name] = [
                (names, MAKES.search(text) is not None or (trains and MAKES_SOMETHING.search(text) is not None),
                 frozenset(WORD.findall(text)))
                for names, text in module.outline
            ]  # fmt: skip
        return known


def reach_of(project: Project, group: Roots) -> frozenset[str] | None:
    """The modules that the programs of a group may come to by their imports; None where that cannot be told."""
    imports = _Imports(project)
    found: set[str] = set()
    waiting = list(group.modules)
    while waiting:
        module = waiting.pop()
        if module.name in found:
            continue
        found.add(module.name)
        try:
            if b"import_module" in module.data or b"__import__" in module.data:
                return None
            waiting += imports.targets(module)
        except SourceError:
            continue
    return frozenset(found)


def _derives_from(module: Module, names: frozenset[str]) -> bool:
    """Does a class of the module have one of the names for a base? A trainer's subclass need not speak of training."""
    data = module.data
    position = data.find(b"\nclass ")
    while position >= 0:
        match = BASES.match(data, position + 1)
        if match is not None and not names.isdisjoint(WORD.findall(match.group(1).decode("utf-8", "replace"))):
            return True
        position = data.find(b"\nclass ", position + 1)
    return False


def _stem(name: str) -> bytes:
    folder, base = os.path.split(name)
    return os.fsencode(os.path.basename(folder) if base == "__init__.py" else base[:-3])


class _Imports:
    """Where the imports of modules lead.

    Attributes:
        links: see `Roots`.
    """

    def __init__(self, project: Project) -> None:
        self._project = project
        self.links: set[tuple[str, str]] = set()

    def of(self, module: Module, wanted: dict[str, frozenset[str]], stems: set[bytes]) -> frozenset[str]:
        """The names that a module imports and that lead to schedulers; `stems` are the wanted modules' short names."""
        found: set[str] = set()
        for each in module.imports:
            if not stems.isdisjoint(each.words):
                found.update(self._names_from(module, each, wanted) if each.home else self._plainly(module, each, wanted))
        return frozenset(found)

    def targets(self, module: Module) -> Iterator[Module]:
        """The modules that one imports, or that hold what it imports."""
        for each in module.imports:
            base = self._project.home_of(module, each.home) if each.home else None
            places = [base]
            for name, _ in each.names:
                if each.home:
                    places.append(self._project.submodule(base, name) if base is not None else None)
                else:  # the packages around it run as well
                    places += [self._project.resolve(module, name), self._project.resolve(module, name.partition(".")[0])]
            yield from (place for place in places if isinstance(place, Module))

    def from_torch(self, module: Module) -> frozenset[str]:
        """The names under which a module imports torch's schedulers."""
        return frozenset(
            WORD.findall(bound)[-1]
            for each in module.imports for name, bound in each.names
            if bound != "*" and MAKES.search(f"{each.home}.{name} {bound}")
        )  # fmt: skip

    def homes(self, module: Module, names: frozenset[str]) -> Iterator[tuple[str, str]]:
        """Where those of the names that the module imports come from: a module's name and a name in it."""
        for each in module.imports:
            pairs = [(name, bound) for name, bound in each.names if bound in names] if each.home else []
            base = self._project.home_of(module, each.home) if pairs else None
            if isinstance(base, Module) and base is not module:
                yield from ((base.name, name) for name, _ in pairs)

    def _plainly(self, module: Module, plain: Import, wanted: dict[str, frozenset[str]]) -> Iterator[str]:
        """`import a.b` and `import a as b`: the module counts where something of it that leads is mentioned."""
        for name, bound in plain.names:
            target = self._project.resolve(module, name)
            if isinstance(target, Module) and target is not module and self._is_used(module, target, wanted):
                yield bound.partition(".")[0]

    def _is_used(self, module: Module, target: Module, wanted: dict[str, frozenset[str]]) -> bool:
        leads = wanted.get(target.name)
        if leads is None or leads.isdisjoint(module.words):
            return False
        self.links.add((module.name, target.name))
        return True

    def _names_from(self, module: Module, statement: Import, wanted: dict[str, frozenset[str]]) -> Iterator[str]:
        base = self._project.home_of(module, statement.home)
        if base is None or base is module:
            return
        leads = wanted.get(base.name, frozenset()) if isinstance(base, Module) else frozenset()
        for name, bound in statement.names:
            if name == "*":
                if isinstance(base, Module) and leads:
                    self.links.add((module.name, base.name))
                yield from leads
                continue
            inner = self._project.submodule(base, name)
            if isinstance(inner, Module) and name not in leads:
                if inner is not module and self._is_used(module, inner, wanted):
                    yield bound
            elif isinstance(base, Module) and name in leads:
                self.links.add((module.name, base.name))
                yield bound


def doubtful_importers(modules: Iterable[Module]) -> set[str]:
    """Those of the modules that import, over few steps, one in which something that speaks of training does not parse."""
    parsed = [module for module in modules if module.was_parsed]
    frontier = {module.name for module in parsed if module.in_doubt}
    found: set[str] = set()
    for _ in range(LEVELS):
        stems = {_stem(name) for name in frontier}
        if not stems:
            break
        importers = (module for module in parsed if any(not stems.isdisjoint(each.words) for each in module.imports))
        frontier = {module.name for module in importers if module.name not in found}
        found |= frontier
    return found
