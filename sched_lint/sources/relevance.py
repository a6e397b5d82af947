"""The byte filter that drops every file that cannot matter, before anything is imported or parsed."""

from __future__ import annotations

import re

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

PLACE_WORDS = (b"load_state_dict", b".step", b".save(", b'"step"', b"'step'", b"get_lr", b"add_param_group")
"""What is written where schedulers and optimizers are stepped, restored and saved, under whatever name ..."""
OPTIMIZERS = re.compile(rb"optim(?!al|um|i[sz](?!er))")
"""... and what where they are built: no word of what is optimal, or optimized."""

# What every word holds, for a first search: most files hold none of it. A pattern that begins with one letter jumps from one
# such letter to the next, which beats a search for a short word, the more so the rarer the letter is.
_LOWERED_GATE = re.compile(rb"h(?<=sch)")
CLASS_ENDS = r"R(?:(?<=LR)|estarts(?<=WarmRestarts))"
_CLASS_GATE = re.compile(CLASS_ENDS.encode())
_PLACE_GATE = re.compile(rb"p(?:(?<=step)|tim(?<=optim))")
_CLASSES = re.compile(b"|".join(CLASS_WORDS))


def is_relevant(data: bytes) -> bool:
    """Does this file speak of schedulers? A project in which no file does has no findings."""
    lowered = data.lower()
    near = _LOWERED_GATE.search(lowered) is not None
    return (near and any(map(lowered.__contains__, LOWERED_WORDS))) or _names_a_class(data)


def _names_a_class(data: bytes) -> bool:
    return _CLASS_GATE.search(data) is not None and _CLASSES.search(data) is not None


def has_place(data: bytes) -> bool:
    """Does this file speak of what is done to schedulers and optimizers, under whatever name?

    In a project that has schedulers a finding can stand here too: a helper that restores whatever it is handed
    (`parts[name].load_state_dict(...)`) need not name what it is. But it speaks of steps, states or optimizers.
    """
    if _PLACE_GATE.search(data) is None and b"state_dict" not in data:
        return False
    return any(map(data.__contains__, PLACE_WORDS)) or OPTIMIZERS.search(data) is not None
