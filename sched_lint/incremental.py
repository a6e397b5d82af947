"""A project's findings, of which only those are worked out that no earlier run has left."""

from __future__ import annotations

import gc
import json
from collections.abc import Collection, Iterator, Mapping, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

from sched_lint.cache import Cache, Stored, StoredGroup
from sched_lint.config import Settings
from sched_lint.findings import Report, merged
from sched_lint.sources.digests import digest_of
from sched_lint.sources.reading import SourceError
from sched_lint.sources.shelf import Facts, Shelf
from sched_lint.work import WORK

if TYPE_CHECKING:
    from sched_lint.analysis import Analysis
    from sched_lint.project.relevant import Roots

MANY_TREES = 500
"""Parsed trees that the projects before may leave behind when the next one is begun."""


class Incremental:
    """The runs over one project, one after the other.

    Args:
        root: the project's root.
        shelf: the files of this run.
        cache: where runs leave what they found; None for nowhere.
        jobs: the most processes to use.

    Attributes:
        stored: what is known of the project.
        surveyed: those of its files that this run was asked about.
    """

    def __init__(self, root: Path, shelf: Shelf, cache: Cache | None, jobs: int = 1) -> None:
        self.root = root
        self._jobs = jobs
        self._shelf = shelf
        self._cache = cache
        self.stored = cache.load(root) if cache is not None else Stored.nothing()
        self.surveyed: list[str] = []
        self._changed = False
        shelf.remember(self.stored.files, self.stored.stamps)

    def report(self, files: Sequence[str], wanted: Collection[str], settings: Settings) -> Report:
        """What there is to find in `wanted`, and perhaps in more of the project's `files`."""
        facts = dict(self._facts(files))
        if not any(each.relevant for each in facts.values()):
            self._store("", facts, [])
            return Report()
        from sched_lint.project.pins import pinned_torch

        target = settings.torch_version or pinned_torch(self.root)
        key = json.dumps([[list(map(str, pair)) for pair in settings.pairs], target])
        same = self.stored.key == key and _contents(self.stored.files) == _contents(facts)
        names = set(wanted)
        groups = self.stored.groups
        if not same or any(_is_missing(group, names) for group in groups):
            analysis = self._analysis(files, settings)
            known = {group.roots: group for group in groups} if self.stored.key == key else {}
            if self.stored.files.keys() != facts.keys():
                known = {}  # a new file may be what an import means
            groups = self._groups(analysis, known, facts, names)
            self._store(key, facts, groups)
        return merged(group.report for group in groups if group.report is not None)

    def _store(self, key: str, files: dict[str, Facts], groups: list[StoredGroup]) -> None:
        self._changed |= (key, files, groups) != (self.stored.key, self.stored.files, self.stored.groups)
        self.stored = self.stored._replace(key=key, files=files, groups=groups)

    def keep(self) -> None:
        """Leave what is known to the runs to come."""
        if self._cache is None or self._shelf.contents:
            return
        if not self.stored.key:  # nothing was analysed, so that no report rests on which files there are
            self._store("", {**self.stored.files, **dict(self._facts(self.surveyed))}, [])
        files = {name: self._shelf.latest(name, facts) for name, facts in self.stored.files.items()}
        self._store(self.stored.key, files, self.stored.groups)
        found = ((name, self._shelf.stamp(name, facts.digest)) for name, facts in self.stored.files.items())
        stamps = {name: stamp for name, stamp in found if stamp is not None}
        if self._changed or stamps != self.stored.stamps:
            digests = {facts.digest for facts in self.stored.files.values()}
            syntax = {digest: problem for digest, problem in self.stored.syntax.items() if digest in digests}
            # What went wrong is tried again.
            groups = [
                group._replace(report=None) if group.report and group.report.errors else group for group in self.stored.groups
            ]
            self._cache.save(self.root, self.stored._replace(stamps=stamps, syntax=syntax, groups=groups))

    def checked(self, digest: str, problem: tuple[str, int, int] | None) -> None:
        """Note what a check of a file's syntax said."""
        self.stored.syntax[digest] = problem
        self._changed = True

    def _facts(self, files: Sequence[str]) -> Iterator[tuple[str, Facts]]:
        for name in files:
            try:
                yield name, self._shelf.facts(name)
            except SourceError:
                continue

    def _analysis(self, files: Sequence[str], settings: Settings) -> Analysis:
        from sched_lint.analysis import Analysis

        _sweep()
        with _without_collection():
            return Analysis(self.root, files, settings, self._shelf.data, self._is_relevant)

    def _is_relevant(self, name: str) -> bool:
        return self._shelf.facts(name).relevant

    def _groups(
        self, analysis: Analysis, known: Mapping[tuple[str, ...], StoredGroup], facts: dict[str, Facts], wanted: set[str]
    ) -> list[StoredGroup]:
        """The project's groups; of those that need not be looked at for `wanted`, only where they reach.

        Files that changed while they were looked at lose their digests in `facts`, so that no later run believes this one.
        """
        from sched_lint.workers import outcomes

        found: list[StoredGroup] = []
        pending: dict[int, Roots] = {}
        for number, group in enumerate(analysis.groups):
            roots = tuple(module.name for module in group.modules)
            stored = known.get(roots)
            if stored is None or stored.report is None or not _is_valid(stored, group, facts):
                reach = analysis.reach(group) if wanted.isdisjoint(roots) else None
                stored = StoredGroup(roots, reach=reach)
                if reach is None or not wanted.isdisjoint(reach):
                    pending[number] = group
            found.append(stored)
        with _without_collection():
            done = outcomes(analysis, list(pending.values()), self._jobs)
        _let_go(analysis)
        for name in self._shelf.changed_meanwhile(facts):
            facts[name] = facts[name]._replace(digest="")
        for (number, group), (report, used) in zip(pending.items(), done, strict=True):
            uses = {name: facts[name].digest for name in sorted(used) if name in facts}
            found[number] = StoredGroup(found[number].roots, uses, _leads(group, uses), report)
        return found


def _contents(files: Mapping[str, Facts]) -> dict[str, str]:
    return {name: facts.digest for name, facts in files.items()}


def _is_missing(group: StoredGroup, wanted: set[str]) -> bool:
    return group.report is None and (group.reach is None or not wanted.isdisjoint(group.reach))


def _is_valid(stored: StoredGroup, group: Roots, facts: Mapping[str, Facts]) -> bool:
    same = all(name in facts and facts[name].digest == content for name, content in stored.uses.items())
    return same and stored.leads == _leads(group, stored.uses)


def _leads(group: Roots, names: Collection[str]) -> str:
    """A digest of what the modules define that leads to a scheduler's making."""
    leading = [(name, sorted(group.leading.get(name, ()))) for name in sorted(names)]
    return digest_of(json.dumps(leading).encode())


@contextmanager
def _without_collection() -> Iterator[None]:
    """Trees have no cycles, and are so many objects that looking for cycles among them costs more than making them.

    Afterwards they are left out of every later look as well (flake8 goes on for long), up to the next analysis.
    """
    enabled = gc.isenabled()
    gc.disable()
    gc.unfreeze()
    try:
        yield
    finally:
        if enabled:
            gc.freeze()
            gc.enable()


def _sweep() -> None:
    """Let go of what earlier projects left. After the last one nobody does: the process may be about to end."""
    global _parsed, _last
    if _last is not None:
        _last.forget()
        _last = None
    if WORK.trees_parsed - _parsed > MANY_TREES:
        _parsed = WORK.trees_parsed
        gc.collect()


def _let_go(analysis: Analysis) -> None:
    """Take an analysis apart, most of which goes at once then instead of waiting for a collection.

    A process that never collects is that of a single command, see `cli.command`: there it waits for the next analysis, and
    the last one goes with the process.
    """
    global _last
    if gc.isenabled():
        analysis.forget()
    else:
        _last = analysis


_parsed = 0
_last: Analysis | None = None
