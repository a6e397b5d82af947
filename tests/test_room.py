"""Deep calls take no memory from the system each time they go across the end of what the interpreter has."""

import sys
from collections.abc import Callable

import pytest

from sched_lint.lint import find, lint
from sched_lint.room import SLOTS, roomy

resource = pytest.importorskip("resource")  # not on Windows

CHUNKED = sys.implementation.name == "cpython" and sys.version_info >= (3, 11)
DEPTH, CALLS = 400, 50


def leaf() -> tuple[int, ...]:
    """A frame larger than that of `descend`, so that on some level of every chunk it is the first in the next one."""
    a = b = c = d = e = f = g = h = i = j = k = m = n = o = p = 0
    return a, b, c, d, e, f, g, h, i, j, k, m, n, o, p


def descend(levels: int) -> None:
    for _ in range(CALLS):
        leaf()
    if levels:
        descend(levels - 1)


def faults(action: Callable[[int], None]) -> int:
    """How many pages of memory the system had to give while the action ran, a second time."""
    action(DEPTH)
    before = resource.getrusage(resource.RUSAGE_SELF).ru_minflt
    action(DEPTH)
    return int(resource.getrusage(resource.RUSAGE_SELF).ru_minflt - before)


@roomy
def with_room(levels: int) -> None:
    descend(levels)


@pytest.mark.skipif(not CHUNKED or sys.platform != "linux", reason="frames are kept otherwise")
def test_calls_across_the_end_of_a_chunk_take_no_memory_each_time() -> None:
    plain = faults(descend)
    assert plain > CALLS
    assert faults(with_room) < plain / 2


@pytest.mark.skipif(not CHUNKED, reason="frames are kept otherwise")
@pytest.mark.parametrize("entrance", [lint, find, with_room])
def test_the_entrances_have_room(entrance: Callable[..., object]) -> None:
    assert entrance.__code__.co_stacksize == SLOTS  # type: ignore[attr-defined]


def test_a_roomy_function_is_the_same_function() -> None:
    def double(number: int, *, times: int = 2) -> int:
        return number * times

    assert roomy(double) is double
    assert (double(4), double(4, times=3)) == (8, 12)
