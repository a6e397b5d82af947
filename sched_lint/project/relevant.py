"""Which modules are worth evaluating as programs: those that speak of schedulers, and those that import what leads to them."""

from __future__ import annotations

import os
import re
from collections.abc import Iterable, Iterator
from typing import NamedTuple

from sched_lint.project.clauses import DOTTED, WORD, Import, imported_words
from sched_lint.project.imports import Project
from sched_lint.project.makers import MAKES, makes, may_hold, may_make
from sched_lint.project.modules import Module
from sched_lint.project.outline import Part
from sched_lint.sources.reading import SourceError

BASES = re.compile(rb"class[ \t]+\w+[ \t]*\(([^)\n]*(?:\n(?!class\b)[^)\n]*)*)\)")
# What begins with a letter is found many times as fast as what begins with `\b`: so it is asked afterwards what stands before.
DEFINED = re.compile(r"(def(?<!\wdef)|class(?<!\wclass))[ \t]+\w+")
ASKED = re.compile(r"isinstance(?<!\wisinstance)\(\s*[\w.]+\s*,\s*(\([\w.,\s]*\)|[\w.]+)\s*\)")
OPTIMIZER = re.compile(r"(?i:optimizers?\b|optim\b)")
ABSOLUTE = re.compile(r"""["'](/[^"'\n]{2,200})["']""")
NO_WORDS: frozenset[str] = frozenset()
NO_BYTES: frozenset[bytes] = frozenset()
FEW = 20
"""Names that are looked for one by one."""
LEVELS = 5
"""How far up the importers are followed: a script, its trainer, the trainer's base, and the packages that pass them on."""


class Roots(NamedTuple):
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
    for module in project.modules.values():
        try:
            if project.speaks(module):
                found[module.name] = module
            else:
                others.append(module)
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
        wanted = _Wanted(frontier)
        for module in leads.imports.candidates([*found.values(), *others], wanted):
            names, links = leads.imports.of(module, wanted)
            if names or links:
                leads.links.update(links)
                if names:
                    leads.take(module, names)
        for module in others:
            if module.name in leads.reached and _matters(module, wanted):
                found[module.name] = module
        others = [module for module in others if module.name not in found]
    return Roots([found[name] for name in sorted(found) if name in leads.acting], leads.of, frozenset(leads.links))


class _Wanted:
    """The modules that others are searched for imports of.

    Attributes:
        leading: by a module's name, what of it leads to schedulers.
        stems: the modules' short names, one of which stands in every import of theirs.
        words: the same as they stand in a file's bytes.
        names: all that leads, of whichever module.
    """

    def __init__(self, leading: dict[str, frozenset[str]]) -> None:
        self.leading = leading
        self.stems = frozenset(map(_stem, leading))
        self.words = frozenset(map(os.fsencode, self.stems))
        self.names = frozenset(name for names in leading.values() for name in names)


def _is_package(module: Module) -> bool:
    """Packages pass names on, whatever else they do."""
    return module.name.endswith("__init__.py")


def _matters(module: Module, wanted: _Wanted) -> bool:
    """May a module be a program where something leads from it to schedulers?"""
    return module.interesting or (not _is_package(module) and _derives_from(module, wanted.names))


class _Leads:
    """What of each module leads to schedulers.

    Attributes:
        of: those names, by the module's name.
        reached: of the modules whose names grew since somebody last emptied it.
        links: see `Roots`.
        acting: names of the modules that do more with what leads to schedulers than to import it.
    """

    def __init__(self, project: Project) -> None:
        self.imports = _Imports(project)
        self.acting: set[str] = set()
        self.links: set[tuple[str, str]] = set()
        self.of: dict[str, frozenset[str]] = {}
        self.reached: dict[str, frozenset[str]] = {}
        self._outlines: dict[str, list[tuple[Part, bool]]] = {}
        self._words: dict[int, frozenset[str]] = {}  # of parts, by their ids; the outlines keep them alive

    def take(self, module: Module, imported: frozenset[str]) -> None:
        """Follow what leads to schedulers through a module, given names it imports that do."""
        names = imported | self.imports.from_torch(module)
        found = self._leading(module, names)
        self._add(module.name, found)
        # What is registered with an object of another module is reached through that object.
        for home, name in self.imports.homes(module, found - names):
            self.links.add((module.name, home))
            self.acting.add(home)
            self._add(home, frozenset({name}))

    def _add(self, name: str, more: frozenset[str]) -> None:
        known = self.of.get(name, frozenset())
        if not more <= known:
            self.of[name] = self.reached[name] = known | more

    def _leading(self, module: Module, imported: frozenset[str]) -> frozenset[str]:
        """The names of a module that lead to schedulers, given those it imports that do."""
        leads = set(imported)
        waiting: list[Part] = []
        for part, is_maker in self._outline(module):
            if is_maker:
                leads |= part.names
                self.acting.add(module.name)
            else:
                waiting.append(part)
        growing = bool(leads)
        while growing:
            more = {name for part in waiting if self._mentions(part, leads, module) for name in part.names}
            if more:
                self.acting.add(module.name)
            growing = not more <= leads
            leads |= more
        return frozenset(leads)

    def _mentions(self, part: Part, names: set[str], module: Module) -> bool:
        words = self._words.get(id(part))
        if words is None:
            if len(names) <= FEW and not any(map(part.raw.__contains__, names)):
                return False  # to look for a few words costs less than to find all
            words = self._words[id(part)] = frozenset(WORD.findall(self._without_names(part.text, module)))
        return not words.isdisjoint(names)

    def _without_names(self, text: str, module: Module) -> str:
        """A definition without the names it defines, and without its `isinstance(x, StepLR)`: neither makes anything.

        A question that may be a mistake itself is kept: one for torch's private base class, under whatever name.
        """
        text = DEFINED.sub(r"\1 ", text)
        if "isinstance" not in text:
            return text
        return ASKED.sub(lambda match: "" if self._asks_for_classes(match.group(1), module) else match.group(), text)

    def _asks_for_classes(self, kinds: str, module: Module) -> bool:
        return "_LRScheduler" not in kinds and all(
            self.imports.is_class(module, kind) if "." not in kind else MAKES.search(kind) is not None
            for kind in DOTTED.findall(kinds)
        )

    def _outline(self, module: Module) -> list[tuple[Part, bool]]:
        """What a module says at its outermost level, and whether a scheduler can be made there."""
        known = self._outlines.get(module.name)
        if known is None:
            parts = module.outline
            trains = any(_speaks_of_optimizers(part) for part in parts)
            own = self.imports.of_the_project(module).union(name for name, kind in module.top_level.items() if kind != "name")
            known = self._outlines[module.name] = [
                (part, may_make(part.raw) and makes(self._without_names(part.text, module), trains, own)) for part in parts
            ]
        return known


def _speaks_of_optimizers(part: Part) -> bool:
    return may_hold("optim", part.raw) and OPTIMIZER.search(part.text) is not None


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


def _stem(name: str) -> str:
    folder, base = os.path.split(name)
    return os.path.basename(folder) if base == "__init__.py" else base[:-3]


class _Imports:
    """Where the imports of modules lead."""

    def __init__(self, project: Project) -> None:
        self._project = project
        self._words: dict[str, frozenset[bytes]] = {}

    def candidates(self, modules: list[Module], wanted: _Wanted) -> list[Module]:
        """Those of the modules that import something that is called like one of the wanted ones."""
        for module in modules:
            if module.name not in self._words:
                self._words[module.name] = _imported_words(module)
        known, words = self._words, wanted.words
        return [module for module in modules if not words.isdisjoint(known[module.name])]

    def of(self, module: Module, wanted: _Wanted) -> tuple[frozenset[str], set[tuple[str, str]]]:
        """The names that a module imports and that lead to schedulers, and its links to where they come from."""
        found: set[str] = set()
        homes: set[str] = set()
        for each in module.imports:
            if not wanted.words.isdisjoint(each.words):
                for name, home in self._names_from(module, each, wanted) if each.home else self._plainly(module, each, wanted):
                    found.add(name)
                    homes.add(home)
        return frozenset(found), {(module.name, home) for home in homes}

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

    def is_class(self, module: Module, name: str, depth: int = 4) -> bool:
        """Is a name of a module surely that of a class? What other libraries define under such a name is taken to be one."""
        kind = module.top_level.get(name)
        if kind is not None or depth == 0:
            return kind == "class"
        for each in module.imports:
            for spelled, bound in each.names:
                if bound in (name, "*") and each.home:
                    home = self._project.home_of(module, each.home)
                    if bound == name and home is None:
                        return True
                    if isinstance(home, Module) and home is not module:
                        found = self.is_class(home, name if bound == "*" else spelled, depth - 1)
                        if found or bound == name:
                            return found
        return False

    def of_the_project(self, module: Module) -> frozenset[str]:
        """The names under which a module imports what the project defines."""
        return frozenset(
            bound.partition(".")[0]
            for each in module.imports for name, bound in each.names
            if bound != "*" and self._project.home_of(module, each.home or name) is not None
        )  # fmt: skip

    def from_torch(self, module: Module) -> frozenset[str]:
        """The names under which a module imports torch's schedulers."""
        return frozenset(
            WORD.findall(bound)[-1]
            for each in module.imports for name, bound in each.names
            if bound != "*" and makes(f"{each.home}.{name} {bound}", False, NO_WORDS)
            and self._project.home_of(module, each.home or name) is None
        )  # fmt: skip

    def homes(self, module: Module, names: frozenset[str]) -> Iterator[tuple[str, str]]:
        """Where those of the names that the module imports come from: a module's name and a name in it."""
        for each in module.imports:
            pairs = [(name, bound) for name, bound in each.names if bound in names] if each.home else []
            base = self._project.home_of(module, each.home) if pairs else None
            if isinstance(base, Module) and base is not module:
                yield from ((base.name, name) for name, _ in pairs)

    def _plainly(self, module: Module, plain: Import, wanted: _Wanted) -> Iterator[tuple[str, str]]:
        """`import a.b` and `import a as b`: the module counts where something of it that leads is mentioned."""
        for name, bound in plain.names:
            target = self._project.resolve(module, name) if name.rpartition(".")[2] in wanted.stems else None
            if isinstance(target, Module) and _is_used(module, target, wanted):
                yield bound.partition(".")[0], target.name

    def _names_from(self, module: Module, statement: Import, wanted: _Wanted) -> Iterator[tuple[str, str]]:
        base = self._project.home_of(module, statement.home)
        if base is None or base is module:
            return
        home = base if isinstance(base, str) else base.name
        leads = wanted.leading.get(home, NO_WORDS)
        for name, bound in statement.names:
            if name == "*":
                yield from ((each, home) for each in leads)
            elif name in leads:
                yield bound, home
            elif name in wanted.stems:
                inner = self._project.submodule(base, name)
                if isinstance(inner, Module) and _is_used(module, inner, wanted):
                    yield bound, inner.name


def _imported_words(module: Module) -> frozenset[bytes]:
    try:
        return imported_words(module.data)
    except SourceError:
        return NO_BYTES


def _is_used(module: Module, target: Module, wanted: _Wanted) -> bool:
    """Does a module mention something that leads of another one, which it imports as a whole?"""
    leads = wanted.leading.get(target.name)
    if target is module or leads is None or not any(map(module.text.__contains__, leads)):
        return False  # to look for a few words costs less than to find all
    return not leads.isdisjoint(module.words)


def doubtful_importers(modules: Iterable[Module]) -> set[str]:
    """Those of the modules that import, over few steps, one in which something that speaks of training does not parse."""
    parsed = [module for module in modules if module.was_parsed]
    frontier = {module.name for module in parsed if module.in_doubt}
    found: set[str] = set()
    for _ in range(LEVELS):
        stems = {os.fsencode(_stem(name)) for name in frontier}
        if not stems:
            break
        importers = (module for module in parsed if any(not stems.isdisjoint(each.words) for each in module.imports))
        frontier = {module.name for module in importers if module.name not in found}
        found |= frontier
    return found
