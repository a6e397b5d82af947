"""The byte filter that drops every file that cannot matter, before anything is imported or parsed."""

from __future__ import annotations

import re

LOWERED_WORDS = (b"scheduler", b"lr_sched", b"schedule_with_warmup", b"constant_schedule", b"sqrt_schedule", b"wsd_schedule")
"""Looked for in the lower-cased bytes: `lr_scheduler`, `LRScheduler`, `scheduler`, `SCHEDULERS`, `lr_sched`, and how
transformers calls its schedules."""

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

PLACE_WORDS = (b"step", b"state_dict", b"optim")
"""What is written where schedulers and optimizers are built, stepped and restored, under whatever name."""

_GATES = (b"LR", b"WarmRestarts")  # every class word holds one of these; two substring searches beat one regex by far
_CLASSES = re.compile(b"|".join(CLASS_WORDS))


def is_relevant(data: bytes) -> bool:
    """Does this file speak of schedulers? A project in which none does has no findings."""
    lowered = data.lower()
    if any(word in lowered for word in LOWERED_WORDS):
        return True
    return any(gate in data for gate in _GATES) and _CLASSES.search(data) is not None


def can_hold_finding(data: bytes) -> bool:
    """Can a finding stand in this file, in a project that has schedulers?

    A helper that restores whatever it is handed (`parts[name].load_state_dict(...)`) need not name what it is.
    """
    return is_relevant(data) or any(word in data for word in PLACE_WORDS)
