"""The files of one project and how their imports resolve on disk."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable, Mapping
from functools import cached_property
from pathlib import Path

from sched_lint.project.modules import Module
from sched_lint.project.pins import Release, pinned_torch
from sched_lint.sources.reading import read_source

# A project that vendors or stubs one of these would not be training with it.
ALWAYS_EXTERNAL = frozenset({"torch", "torchvision", "torchaudio", "numpy", "os", "sys", "math", "argparse", "functools"})

INIT = "__init__.py"


class Project:
    """All modules below one root, found by path; parsed only when the evaluator asks.

    Args:
        root: the directory.
        files: the modules' files.
        contents: bytes that stand for those on disk.
        read: gives the bytes of a file.
        relevant: says which files speak of schedulers, where somebody has looked at all of them already.
    """

    def __init__(
        self, root: Path, files: Iterable[Path | str], contents: Mapping[Path, bytes] | None = None,
        read: Callable[[str], bytes] = read_source, relevant: Callable[[str], bool] | None = None,
    ) -> None:  # fmt: skip
        self.root = root
        self._relevant = relevant
        overrides = {str(path): data for path, data in (contents or {}).items()}
        names = dict.fromkeys((*map(str, files), *overrides))
        self.modules = {name: Module(name, root, overrides.get(name), read) for name in names}
        self._folder_of = {name: os.path.dirname(name) for name in self.modules}
        self._folders = set(self._folder_of.values())
        for folder in list(self._folders):
            self._add_parents(folder)
        self._homes: dict[str, list[str]] | None = None
        self._resolved: dict[tuple[str, str], Module | str | None] = {}
        self._spelled: dict[tuple[str, str], Module | str | None] = {}

    @cached_property
    def torch(self) -> Release | None:
        """The release of torch that the project's own files pin."""
        return pinned_torch(self.root)

    def _add_parents(self, folder: str) -> None:
        top = str(self.root)
        while len(folder) > len(top):
            folder = os.path.dirname(folder)
            if folder in self._folders:
                return
            self._folders.add(folder)

    def forget(self) -> None:
        """Let go of everything parsed: what is needed again is parsed again."""
        for module in self.modules.values():
            module.forget()

    def module(self, path: Path | str) -> Module | None:
        return self.modules.get(str(path))

    def speaks(self, module: Module) -> bool:
        """Does a module speak of schedulers, see `sources.relevance`?

        Raises:
            SourceError: where it cannot be read.
        """
        return module.relevant if self._relevant is None else self._relevant(module.name)

    def resolve(self, importer: Module, dotted: str, level: int = 0) -> Module | str | None:
        """What `import dotted` means in `importer`: a module, a namespace folder (its path), or None if it is not ours.

        Relative imports (`level` > 0) count from the importer's own package. Absolute ones are looked for beside the
        importer, in the folders above it up to the root, in `src/`, and at last wherever in the project exactly one
        folder holds such a module (scripts that append to sys.path).
        """
        folder = self._folder(importer)
        if level:
            for _ in range(level - 1):
                folder = os.path.dirname(folder)
            return self._at(folder, dotted) if dotted else self._package(folder)
        if dotted.partition(".")[0] in ALWAYS_EXTERNAL:
            return None
        cache_key = (folder, dotted)
        if cache_key not in self._resolved:
            self._resolved[cache_key] = self._absolute(folder, dotted)
        return self._resolved[cache_key]

    def submodule(self, package: Module | str, name: str) -> Module | str | None:
        """The module `name` inside a package or namespace folder."""
        if isinstance(package, str):
            return self._at(package, name)
        return self._at(self._folder(package), name) if os.path.basename(package.name) == INIT else None

    def home_of(self, importer: Module, spelled: str) -> Module | str | None:
        """As `resolve`, of a module as `from` spells it: with its leading dots."""
        key = (self._folder(importer), spelled)
        if key not in self._spelled:
            dotted = spelled.lstrip(".")
            self._spelled[key] = self.resolve(importer, dotted, len(spelled) - len(dotted))
        return self._spelled[key]

    def _folder(self, module: Module) -> str:
        return self._folder_of.get(module.name) or os.path.dirname(module.name)

    def exported(self, module: Module, depth: int = 4) -> set[str] | None:
        """The public names of a module that has nothing to do with training, found without parsing it.

        None where the module matters enough to be run for them.
        """
        if self.speaks(module) or depth <= 0:
            return None
        if module.listed is not None:
            return set(module.listed)
        names = set(module.top_level)
        for each in module.imports:
            if not each.outermost or not each.home:
                continue
            if not each.takes_all:
                names.update(bound for _, bound in each.names)
                continue
            inner = self.home_of(module, each.home)
            found = self.exported(inner, depth - 1) if isinstance(inner, Module) and inner is not module else set()
            if found is None:
                return None
            names |= found
        return set(filter(module.passes_on, names))

    def passed_on(self, module: Module, depth: int = 4) -> dict[str, str]:
        """What `import a.b as c` at the left margin of such a module binds, names of its own star imports included."""
        found: dict[str, str] = {}
        if depth <= 0:
            return found
        outermost = [each for each in module.imports if each.outermost]
        for each in outermost:
            inner = self.home_of(module, each.home) if each.home and each.takes_all else None
            if isinstance(inner, Module) and inner is not module:
                found.update(self.passed_on(inner, depth - 1))
        for dotted, bound in (pair for each in outermost if not each.home for pair in each.names):
            name = bound.partition(".")[0]
            if module.passes_on(name) and self.resolve(module, dotted) is None:
                found[name] = dotted if bound != dotted else name
        return found

    def _absolute(self, folder: str, dotted: str) -> Module | str | None:
        namespace: str | None = None
        for base in self._search_path(folder):
            found = self._at(base, dotted)
            if isinstance(found, Module):
                return found
            namespace = namespace or found
        return self._anywhere(folder, dotted) or namespace

    def _search_path(self, folder: str) -> Iterable[str]:
        top = str(self.root)
        current = folder
        while current.startswith(top):
            yield current
            if current == top:
                break
            current = os.path.dirname(current)
        yield os.path.join(top, "src")

    def _at(self, base: str, dotted: str) -> Module | str | None:
        path = os.path.join(base, *dotted.split("."))
        return self.modules.get(path + ".py") or self._package(path)

    def _package(self, folder: str) -> Module | str | None:
        module = self.modules.get(os.path.join(folder, INIT))
        if module is not None:
            return module
        return folder if folder in self._folders else None

    def _anywhere(self, folder: str, dotted: str) -> Module | str | None:
        head = dotted.partition(".")[0]
        candidates: list[Module] = []
        for base in self._bases_of(head):
            found = self._at(base, dotted)
            if isinstance(found, Module):
                candidates.append(found)
        if len(candidates) < 2:
            return candidates[0] if candidates else None
        shared = [len(os.path.commonpath([folder, candidate.name])) for candidate in candidates]
        best = max(shared)
        return candidates[shared.index(best)] if shared.count(best) == 1 else None

    def _bases_of(self, head: str) -> list[str]:
        if self._homes is None:
            self._homes = {}
            for name in self.modules:
                parent, base = os.path.split(name)
                if base != INIT:
                    self._homes.setdefault(base[:-3], []).append(parent)
            for inner in self._folders:
                parent, base = os.path.split(inner)
                self._homes.setdefault(base, []).append(parent)
        return self._homes.get(head, [])
