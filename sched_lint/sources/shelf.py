"""The files of one run, each read once: their bytes, and what a first look at them says."""

from __future__ import annotations

import os
import time
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import NamedTuple

from sched_lint.sources.digests import digest_of
from sched_lint.sources.reading import read_file, undecodable
from sched_lint.sources.relevance import has_place, is_relevant
from sched_lint.sources.stamps import Stamp, lasting, stamp_of
from sched_lint.work import WORK

MOST_KEPT = 128 * 1024 * 1024
"""Bytes that are kept in memory; files beyond them are read again when they are needed again."""


class Facts(NamedTuple):
    """What a file's bytes say at a first look.

    Attributes:
        digest: of the bytes; two files with one digest are the same to the analysis, but for their names.
        size: in bytes.
        relevant: it speaks of schedulers, see `relevance.is_relevant`.
        problem: why it is no text: message, line, column; None where it is.
        place: a finding can stand in it, in a project that has schedulers, see `relevance.has_place`; None where nobody asked.
        silences: a `noqa` stands in it; None where nobody asked.
    """

    digest: str
    size: int
    relevant: bool
    problem: tuple[str, int, int] | None = None
    place: bool | None = None
    silences: bool | None = None


class Shelf:
    """Files by path.

    Args:
        contents: bytes that stand for those on disk, by absolute path.
        digests: whether digests are asked for; else a file's name is its digest.
    """

    def __init__(self, contents: Mapping[Path, bytes] | None = None, digests: bool = True) -> None:
        self._digests = digests
        self.contents = {str(path): data for path, data in (contents or {}).items()}
        self._began = time.time_ns()
        self._kept: dict[str, bytes] = {}
        self._size = 0
        self._facts: dict[str, Facts] = {}
        self._known: dict[str, Facts] = {}
        self._stamps: dict[str, Stamp | None] = {}
        self._remembered: dict[str, tuple[Facts, Stamp]] = {}
        self._believed: dict[str, Stamp] = {}

    def remember(self, files: Mapping[str, Facts], stamps: Mapping[str, Stamp]) -> None:
        """Take what an earlier run found out about bytes, so that it need not be found out again.

        Args:
            files: facts by path.
            stamps: by path, of files that need not even be read while they have these.
        """
        self._known.update((each.digest, each) for each in files.values())
        self._remembered.update((name, (files[name], stamp)) for name, stamp in stamps.items())

    def data(self, path: Path | str) -> bytes:
        """A file's bytes.

        Raises:
            SourceError: where it cannot be read.
        """
        name = str(path)
        found = self.contents.get(name)
        if found is None:
            found = self._kept.get(name)
        if found is None:
            found, status = read_file(name)
            if name not in self._facts:
                self._stamps[name] = lasting(status, self._began)
            if self._size + len(found) <= MOST_KEPT:
                self._size += len(found)
                self._kept[name] = found
        return found

    def facts(self, name: str) -> Facts:
        """What a first look at a file says.

        Raises:
            SourceError: where it cannot be read.
        """
        found = self._facts.get(name)
        if found is None:
            found = self._facts[name] = self._as_remembered(name) or self._first_look(name)
        return found

    def is_place(self, name: str) -> bool:
        """Can a finding stand in the file, in a project that has schedulers?

        Raises:
            SourceError: where it cannot be read.
        """
        facts = self.facts(name)
        if facts.place is None:
            WORK.files_searched += not facts.relevant
            facts = self._facts[name] = facts._replace(place=facts.relevant or has_place(self.data(name)))
        return facts.place is True

    def may_silence(self, name: str) -> bool:
        """Does a `noqa` stand in the file?

        Raises:
            SourceError: where it cannot be read.
        """
        facts = self.facts(name)
        if facts.silences is None:
            facts = self._facts[name] = facts._replace(silences=b"noqa" in self.data(name).lower())
        return facts.silences is True

    def latest(self, name: str, facts: Facts) -> Facts:
        """The facts of a file with all that was asked since they were given."""
        found = self._facts.get(name)
        return found if found is not None and found.digest == facts.digest else facts

    def _as_remembered(self, name: str) -> Facts | None:
        """What an earlier run found out about a file that is as it was; None where it has to be read."""
        known = self._remembered.get(name)
        if known is None or name in self.contents or name in self._kept:
            return None
        facts, stamp = known
        if _current(name) != stamp:
            return None
        self._stamps[name] = self._believed[name] = stamp
        return facts

    def _first_look(self, name: str) -> Facts:
        data = self.data(name)
        key = digest_of(data) if self._digests else name
        found = self._known.get(key)
        if found is None:
            found = self._known[key] = _look(data, key, name)
        return found

    def stamp(self, name: str, content: str) -> Stamp | None:
        """The stamp of the file that was found to have that digest; None where it has another, or may change unnoticed."""
        facts = self._facts.get(name)
        if facts is None:
            facts, stamp = self._remembered.get(name, (None, None))
        else:
            stamp = self._stamps.get(name)
        return stamp if facts is not None and facts.digest == content else None

    def changed_meanwhile(self, names: Iterable[str]) -> set[str]:
        """Those of the files whose facts may not be those of the bytes: they were believed by the stamp, and read later."""
        return {name for name in names if name in self._believed and _current(name) != self._believed[name]}


def _current(name: str) -> Stamp | None:
    try:
        return stamp_of(os.stat(name))
    except (OSError, ValueError):
        return None


def _look(data: bytes, key: str, name: str) -> Facts:
    return Facts(key, len(data), is_relevant(data), undecodable(data, name))
