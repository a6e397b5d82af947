"""Findings against labels, and findings against earlier ones. A place may move by a few lines and stay the same place."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field

from benchmarks.accuracy.records import Label, Place

REACH = 5  # a finding this many lines off is the same one, put elsewhere in the statement or its neighbourhood
BUGS = ("right", "missed")


@dataclass(slots=True)
class Tally:
    """Counts for one code."""

    findings: int = 0
    right: int = 0
    wrong: int = 0
    arguable: int = 0
    unlabelled: int = 0
    missed: int = 0

    @property
    def precision(self) -> float | None:
        """Right over right and wrong; None where nothing was judged."""
        return _share(self.right, self.wrong)

    @property
    def recall(self) -> float | None:
        """Right over right and missed; None where there is no known mistake."""
        return _share(self.right, self.missed)


@dataclass(slots=True)
class Score:
    tallies: dict[str, Tally] = field(default_factory=dict)
    unlabelled: list[Place] = field(default_factory=list)
    wrong: list[tuple[Place, Label]] = field(default_factory=list)
    missed: list[Label] = field(default_factory=list)

    def of(self, code: str) -> Tally:
        return self.tallies.setdefault(code, Tally())

    @property
    def total(self) -> Tally:
        whole = Tally()
        for tally in self.tallies.values():
            for name in Tally.__slots__:
                setattr(whole, name, getattr(whole, name) + getattr(tally, name))
        return whole


@dataclass(slots=True)
class Changes:
    new: list[Place] = field(default_factory=list)
    gone: list[Place] = field(default_factory=list)
    moved: list[tuple[Place, Place]] = field(default_factory=list)


def match(ours: Iterable[Place], theirs: Iterable[Place]) -> dict[Place, Place]:
    """Each of `ours` with its counterpart in `theirs`: the same place, or else the nearest free one within reach."""
    left, free = sorted(set(ours)), set(theirs)
    pairs = {place: place for place in left if place in free}
    free -= pairs.keys()
    close = sorted(
        (abs(mine.line - other.line), mine, other)
        for mine in left
        if mine not in pairs
        for other in free
        if (mine.tree, mine.path, mine.code) == (other.tree, other.path, other.code) and abs(mine.line - other.line) <= REACH
    )
    for _, mine, other in close:
        if mine not in pairs and other in free:
            pairs[mine] = other
            free.discard(other)
    return pairs


def score(findings: Iterable[Place], labels: Iterable[Label]) -> Score:
    """Every finding is judged by its label; a bug without a finding is missed."""
    found, known = sorted(set(findings)), {label.place: label for label in labels}
    pairs = match(found, known)
    result = Score()
    for place in found:
        tally = result.of(place.code)
        tally.findings += 1
        label = known[pairs[place]] if place in pairs else None
        if label is None:
            tally.unlabelled += 1
            result.unlabelled.append(place)
        elif label.verdict in BUGS:
            tally.right += 1
        elif label.verdict == "arguable":
            tally.arguable += 1
        else:
            tally.wrong += 1
            result.wrong.append((place, label))
    met = set(pairs.values())
    for place, label in sorted(known.items()):
        if label.verdict in BUGS and place not in met:
            result.of(place.code).missed += 1
            result.missed.append(label)
    return result


def compare(findings: Iterable[Place], earlier: Iterable[Place]) -> Changes:
    now, before = sorted(set(findings)), sorted(set(earlier))
    pairs = match(now, before)
    met = set(pairs.values())
    return Changes(
        new=[place for place in now if place not in pairs],
        gone=[place for place in before if place not in met],
        moved=[(other, place) for place, other in sorted(pairs.items()) if place != other],
    )


def _share(part: int, rest: int) -> float | None:
    return part / (part + rest) if part + rest else None
