"""The byte filter that drops every file that cannot matter, before anything is imported or parsed."""

from __future__ import annotations

import re
from typing import NamedTuple

LOWERED_WORDS = (b"scheduler", b"lr_sched", b"_schedule")
"""Looked for in the lower-cased bytes: `LRScheduler`, `SCHEDULERS`, `lr_sched`, `get_linear_schedule_with_warmup`."""

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

# Substring searches, of which every word holds one; they beat a regex by far, and most files hold none.
_LOWERED_GATE = b"sch"  # stands in the codes of the rules as well
_CLASS_GATES = (b"LR", b"WarmRestarts")
_CLASSES = b"|".join(CLASS_WORDS)


class Look(NamedTuple):
    """What a first look at a file says.

    Attributes:
        relevant: it speaks of schedulers. A project in which no file does has no findings.
        place: a finding can stand in it, in a project that has schedulers: it is relevant, or `has_place`.
        silences: a `noqa` stands in it; of a file in which no finding can stand, one that may name a rule's code.
    """

    relevant: bool
    place: bool
    silences: bool


def first_look(data: bytes) -> Look:
    """What a file's bytes say, by as few searches as that takes."""
    lowered = data.lower()
    near = _LOWERED_GATE in lowered
    relevant = (near and any(map(lowered.__contains__, LOWERED_WORDS))) or _names_a_class(data)
    place = relevant or has_place(data)
    return Look(relevant, place, (place or near) and b"noqa" in lowered)


def is_relevant(data: bytes) -> bool:
    """Does this file speak of schedulers?"""
    return first_look(data).relevant


def _names_a_class(data: bytes) -> bool:
    return any(map(data.__contains__, _CLASS_GATES)) and re.search(_CLASSES, data) is not None


def has_place(data: bytes) -> bool:
    """Does this file speak of what is done to schedulers and optimizers, under whatever name?

    In a project that has schedulers a finding can stand here too: a helper that restores whatever it is handed
    (`parts[name].load_state_dict(...)`) need not name what it is.
    """
    return any(map(data.__contains__, PLACE_WORDS))
