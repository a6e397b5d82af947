"""Weighing the evidence about a schedule's unit."""

from __future__ import annotations

from collections.abc import Iterable

from sched_lint.timeline import Evidence

STRONG, FAIR = 2.0, 1.5


def verdict(evidence: Iterable[Evidence], unit: str) -> tuple[Evidence, str] | None:
    """The strongest evidence for a unit and the confidence it gives; None where it is missing, weak or contradicted."""
    found = list(evidence)
    best = max((item for item in found if item.unit == unit), key=lambda item: item.strength, default=None)
    against = max((item.strength for item in found if item.unit != unit), default=0.0)
    if best is None or best.strength < FAIR or against >= FAIR:
        return None
    if best.strength >= STRONG and against == 0:
        return best, "high"
    return best, "medium" if best.strength > against + 0.5 else "low"
