"""Groups of programs worked out by several processes, where that pays."""

from __future__ import annotations

import os
import sys
from collections.abc import Sequence
from typing import TYPE_CHECKING

from sched_lint.findings import Failure, Report
from sched_lint.work import WORK

if TYPE_CHECKING:
    from sched_lint.analysis import Analysis
    from sched_lint.project.relevant import Roots

WORTHWHILE = 1_000_000
"""Bytes of the programs above which a second process pays: starting one costs as much as some hundred thousand."""

Outcome = tuple[Report, frozenset[str]]
"""What `Analysis.report` gives."""

_task: tuple[Analysis, Sequence[Roots]] | None = None


def processors() -> int:
    """How many processors this process may use; 1 where workers cannot inherit what is in memory."""
    if not sys.platform.startswith("linux"):
        return 1
    return len(os.sched_getaffinity(0))


def outcomes(analysis: Analysis, groups: Sequence[Roots], jobs: int) -> list[Outcome]:
    """The outcome of each group. An internal failure in one is said, and the others are worked out all the same.

    Args:
        jobs: the most processes to use.
    """
    global _task
    sizes = [sum(len(module.data) for module in group.modules) for group in groups]
    shares = _shares(sizes, jobs) if sum(sizes) >= WORTHWHILE else []
    if len(shares) < 2:
        return [_outcome(analysis, group) for group in groups]
    import multiprocessing  # most runs need no second process, and this takes long to import

    _task = analysis, groups
    try:
        with multiprocessing.get_context("fork").Pool(len(shares)) as pool:
            done = pool.map(_work, shares, chunksize=1)
    finally:
        _task = None
    found: dict[int, Outcome] = {}
    for part, counts in done:
        found.update(part)
        WORK.add(counts)
    return [found[number] for number in range(len(groups))]


def _shares(sizes: Sequence[int], jobs: int) -> list[list[int]]:
    """The groups' numbers, dealt out so that every share is about as large."""
    shares: list[list[int]] = [[] for _ in range(min(jobs, len(sizes)))]
    loads = [0] * len(shares)
    for number in sorted(range(len(sizes)), key=lambda number: -sizes[number]):
        lightest = loads.index(min(loads))
        shares[lightest].append(number)
        loads[lightest] += sizes[number] + 1
    return [sorted(share) for share in shares]


def _work(share: Sequence[int]) -> tuple[dict[int, Outcome], dict[str, int]]:
    assert _task is not None
    analysis, groups = _task
    before = WORK.counts()
    found = {number: _outcome(analysis, groups[number]) for number in share}
    return found, {name: count - before[name] for name, count in WORK.counts().items()}


def _outcome(analysis: Analysis, group: Roots) -> Outcome:
    try:
        return analysis.report(group)
    except Exception as error:  # whatever goes wrong inside, the other programs are still checked
        failure = Failure(analysis.project.root.as_posix(), f"internal error: {type(error).__name__}: {error}")
        return Report(errors=(failure,), incomplete=True), frozenset()
