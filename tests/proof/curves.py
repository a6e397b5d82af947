"""Learning-rate curves: written down as a formula, and compared."""

from __future__ import annotations

import math

from proof.record import Curve

_SAME = 1e-6  # relative; torch's recursions drift from the closed form by rounding alone
_ZERO = 1e-9  # absolute, for the ends of schedules that reach 0
_TELLING = 0.05  # relative; a difference that nobody would take for rounding


def _linear(start: float, end: float, share: float) -> float:
    return start + (end - start) * min(max(share, 0.0), 1.0)


def _cosine(start: float, end: float, share: float) -> float:
    return end + (start - end) * (1 + math.cos(math.pi * min(max(share, 0.0), 1.0))) / 2


def formula(expression: str, steps: int, steps_per_epoch: int) -> Curve:
    """The LR at each of `steps` optimizer steps.

    The expression is Python over `step` (from 0), `epoch` (step // steps_per_epoch), `batch` (step % steps_per_epoch),
    `pi`, `cos`, `sqrt`, `min`, `max`, and `linear(start, end, share)` and `cosine(start, end, share)`: the way from
    start to end of which `share` (cut to 0 .. 1) is gone.
    """
    names = {"min": min, "max": max, "pi": math.pi, "cos": math.cos, "sqrt": math.sqrt}
    names |= {"linear": _linear, "cosine": _cosine, "__builtins__": {}}
    code = compile(expression, "<lr>", "eval")
    return tuple(
        float(eval(code, {**names, "step": step, "epoch": step // steps_per_epoch, "batch": step % steps_per_epoch}))
        for step in range(steps)
    )


def same(one: Curve, other: Curve) -> bool:
    """Whether the two are one curve, up to rounding."""
    return len(one) == len(other) and all(
        math.isclose(a, b, rel_tol=_SAME, abs_tol=_ZERO) for a, b in zip(one, other, strict=True)
    )


def differ(one: Curve, other: Curve) -> bool:
    """Whether the two are plainly not one curve: another length, or 5 % apart somewhere. Not the negation of `same`."""
    return len(one) != len(other) or any(
        abs(a - b) > max(_TELLING * max(abs(a), abs(b)), _ZERO) for a, b in zip(one, other, strict=True)
    )
