"""What a run reports: findings in files, and failures of the run itself.

Paths are absolute posix paths as strings until the output layer makes them relative. Lines and columns count from 1,
columns in characters.

These and other records of runs that find everything in the cache are named tuples: to import `dataclasses` and to have
it write their methods would be a third of such a run.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import NamedTuple

CONFIDENCES = ("low", "medium", "high")
"""How sure the analysis is of a finding, weakest first."""

UNPARSED_CODE = "SCH001"
UNPARSED_NAME = "unparsed-file"
UNUSED_CODE = "SCH002"
UNUSED_NAME = "unused-suppression"


class Related(NamedTuple):
    """A place that helps to understand a finding: "built here", "optimizer restored here"."""

    path: str
    line: int
    message: str


class Finding(NamedTuple):
    """One mistake at one place. The end is exclusive: `end_column` is the column after the last character."""

    path: str
    line: int
    column: int
    end_line: int
    end_column: int
    code: str
    name: str
    message: str
    confidence: str
    related: tuple[Related, ...] = ()


class Failure(NamedTuple):
    """Something that kept the run from checking all it was asked to check."""

    path: str
    message: str


class Report(NamedTuple):
    """The outcome of a run, or of a part of it.

    Attributes:
        findings: the mistakes.
        errors: what could not be checked.
        incomplete: the analysis of a program was cut short, so that there may be more to find.
        whole: paths of files that were parsed in full.
        broken: paths of files that could not be, or only with statements left out.
    """

    findings: tuple[Finding, ...] = ()
    errors: tuple[Failure, ...] = ()
    incomplete: bool = False
    whole: frozenset[str] = frozenset()
    broken: frozenset[str] = frozenset()


def merged(reports: Iterable[Report]) -> Report:
    """One report of several."""
    found = list(reports)
    return Report(
        tuple(sorted({finding for report in found for finding in report.findings})),
        tuple(sorted({error for report in found for error in report.errors})),
        any(report.incomplete for report in found),
        frozenset(path for report in found for path in report.whole),
        frozenset(path for report in found for path in report.broken),
    )


def unparsed(path: str, message: str, line: int = 1, column: int = 1) -> Finding:
    """The finding for a file that cannot be read, decoded or parsed."""
    return Finding(path, line, column, line, column, UNPARSED_CODE, UNPARSED_NAME, message, CONFIDENCES[-1])


def at_least(confidence: str, minimum: str) -> bool:
    """Is `confidence` as strong as `minimum`?"""
    return CONFIDENCES.index(confidence) >= CONFIDENCES.index(minimum)
