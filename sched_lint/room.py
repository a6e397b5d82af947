"""Room for deep calls, so that they cost no more than shallow ones."""

from __future__ import annotations

import sys
from collections.abc import Callable
from typing import ParamSpec, TypeVar

P = ParamSpec("P")
T = TypeVar("T")

SLOTS = 66_000
"""A frame of as many values makes CPython take a megabyte, of which half is left: more than a thousand calls need."""


def roomy(function: Callable[P, T]) -> Callable[P, T]:
    """Let all that a function calls run without asking the system for memory to keep its frames in.

    CPython keeps frames in chunks of 16 KiB since 3.11 (`push_chunk` in its Python/pystate.c). It asks the system for another
    one when a call does not fit, and gives it back as soon as that call returns. An evaluation that goes up and down deep
    calls crosses the ends of chunks thousands of times; to ask and give back each time was a seventh of a run. A function that
    says it needs a large frame gets one chunk large enough for itself and what it calls. What of it is never touched takes no
    memory.
    """
    if sys.version_info >= (3, 11):
        function.__code__ = function.__code__.replace(co_stacksize=SLOTS)
    return function
