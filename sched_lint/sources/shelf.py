"""The files of one run, each read once: their bytes, and what a first look at them says."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path

from sched_lint.sources.reading import read_source, undecodable
from sched_lint.sources.relevance import has_place, is_relevant

MOST_KEPT = 128 * 1024 * 1024
"""Bytes that are kept in memory; files beyond them are read again when they are needed again."""


@dataclass(frozen=True, slots=True)
class Facts:
    """What a file's bytes say at a first look.

    Attributes:
        digest: of the bytes; two files with one digest are the same to the analysis, but for their names.
        size: in bytes.
        relevant: it speaks of schedulers, see `relevance.is_relevant`.
        place: a finding can stand in it, in a project that has schedulers: it is relevant, or `relevance.has_place`.
        silences: a `noqa` stands in it.
        problem: why it is no text: message, line, column; None where it is.
    """

    digest: str
    size: int
    relevant: bool
    place: bool
    silences: bool
    problem: tuple[str, int, int] | None = None


class Shelf:
    """Files by path.

    Args:
        contents: bytes that stand for those on disk, by absolute path.
    """

    def __init__(self, contents: Mapping[Path, bytes] | None = None) -> None:
        self.contents = {str(path): data for path, data in (contents or {}).items()}
        self._kept: dict[str, bytes] = {}
        self._size = 0
        self._facts: dict[str, Facts] = {}
        self._known: dict[str, Facts] = {}

    def remember(self, facts: Iterable[Facts]) -> None:
        """Take what an earlier run found out about bytes, so that it need not be found out again."""
        self._known.update((each.digest, each) for each in facts)

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
            found = read_source(name)
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
            data = self.data(name)
            digest = hashlib.blake2b(data, digest_size=16).hexdigest()
            found = self._known.get(digest)
            if found is None:
                found = self._known[digest] = _look(data, digest, name)
            self._facts[name] = found
        return found


def _look(data: bytes, digest: str, name: str) -> Facts:
    lowered = data.lower()
    relevant = is_relevant(data, lowered)
    return Facts(digest, len(data), relevant, relevant or has_place(data), b"noqa" in lowered, undecodable(data, name))
