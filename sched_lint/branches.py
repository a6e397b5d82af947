"""Paths: the branch decisions that something happens under, and which of them can go together."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator

Path = frozenset[int]
"""Signed condition numbers, negative for the arm not taken."""

EMPTY_PATH: Path = frozenset()


def compatible(first: Path, second: Path) -> bool:
    """Can the branch decisions of both hold in one run?"""
    return not first or not second or first is second or opposite(first).isdisjoint(second)


def opposite(path: Path) -> Path:
    """The decisions that rule a path out."""
    found = _opposites.get(path)
    if found is None:
        if len(_opposites) > MANY_PATHS:
            _opposites.clear()
        found = _opposites[path] = frozenset([-literal for literal in path])
    return found


MANY_PATHS = 50_000
_opposites: dict[Path, Path] = {}  # of paths that were asked about


def not_around(paths: Iterable[Path], others: Collection[Path]) -> Iterator[Path]:
    """Those of the paths that none of the others goes on from.

    Where two alternatives are equal, one stands for both under what their paths share: others may stand there as well.
    """
    return (path for path in paths if not any(path <= other for other in others))


def covers(paths: list[Path]) -> bool:
    """Does one of the paths hold in every run?"""
    if not all(paths):
        return bool(paths)
    if len(paths) < 2:
        return False
    literal = next(iter(paths[0]))
    return all(covers([path - {side} for path in paths if -side not in path]) for side in (literal, -literal))
