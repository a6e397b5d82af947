"""The byte filter that drops every file in which no finding can start, before anything is parsed."""

from __future__ import annotations

import re

LOWERED_WORDS = (b"sched",)
"""Looked for in the lower-cased bytes: `lr_scheduler`, `LRScheduler`, `sched`, `SCHEDULERS`."""

CLASS_WORDS = (
    b"StepLR",
    b"LambdaLR",
    b"MultiplicativeLR",
    b"ConstantLR",
    b"LinearLR",
    b"ExponentialLR",
    b"PolynomialLR",
    b"CosineAnnealingLR",
    b"CosineAnnealingWarmRestarts",
    b"OneCycleLR",
    b"CyclicLR",
    b"SequentialLR",
    b"ReduceLROnPlateau",
    b"SWALR",
)
"""Schedulers of torch whose name lacks the word: a module can have them from a re-export or a star import."""

_GATES = (b"LR", b"WarmRestarts")  # every class word holds one of these; two substring searches beat one regex by far
_CLASSES = re.compile(b"|".join(CLASS_WORDS))


def is_relevant(data: bytes) -> bool:
    """Can a finding start in this file? May say yes to a file without one, never no to a file with one."""
    lowered = data.lower()
    if any(word in lowered for word in LOWERED_WORDS):
        return True
    return any(gate in data for gate in _GATES) and _CLASSES.search(data) is not None
