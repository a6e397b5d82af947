"""What tests of a loop's counter give in the loop's first turn."""

from __future__ import annotations

from sched_lint.quantities import Const, Op, Symbol, Value, fold, key, known, text, varying

TURN = "turn"
"""Begins the key of a value that each turn of a loop has of its own; its last part is what the loop counts from, or None."""


def at_first_turn(op: str, left: Value, right: Value) -> bool | None:
    """`left op right` in the first turn of the loop that it counts; None where that is not known."""
    if not _counts(left) and not _counts(right):
        return None
    a, b = _at_first(left), _at_first(right)
    if isinstance(a, Const) and isinstance(b, Const):
        folded = fold(op, [a.value, b.value])
        return None if folded is None else bool(folded.value)
    for remainder, other in ((a, b), (b, a)):
        if op == "==" and isinstance(remainder, Op) and remainder.op == "%":
            return _equals(remainder.args[0], remainder.args[1], other)
    return None


def _equals(count: Value, period: Value, other: Value) -> bool | None:
    """`count % period == other`, for a period that is not known but by its name: more than one turn."""
    usual = known(period)
    if not isinstance(count, Const) or (usual is not None and usual.value in (0, 1)):
        return None
    if count.value == 0:
        return _first_or_last(period, other)
    if count.value == 1 and isinstance(other, Const) and other.value == 0:
        return False
    return None


def _first_or_last(period: Value, other: Value) -> bool | None:
    if isinstance(other, Const):
        return other.value == 0
    last = isinstance(other, Op) and other.op == "-" and key(other.args[0]) == key(period)
    return False if last else None


def _at_first(value: Value) -> Value:
    """The value with the loop's counter replaced by what it is in the first turn."""
    if isinstance(value, Symbol) and isinstance(value.key, tuple) and value.key[0] == TURN and value.key[-1] is not None:
        return Const(value.key[-1])
    if isinstance(value, Op):
        args = [_at_first(arg) for arg in value.args]
        constants = [arg.value for arg in args if isinstance(arg, Const)]
        folded = fold(value.op, constants) if len(constants) == len(args) else None
        return folded if folded is not None else Op(value.op, tuple(args))
    return value


def _counts(value: Value) -> bool:
    """Is a loop's counter all that varies in the value?"""
    if isinstance(value, Symbol):
        return bool(value.varying) and isinstance(value.key, tuple) and value.key[0] == TURN
    return isinstance(value, Op) and any(_counts(arg) for arg in value.args)


def is_turn_number(value: Value) -> bool:
    """Is it the number of a turn, of `range` or `enumerate`?"""
    identity = value.key if isinstance(value, Symbol) else None
    return isinstance(identity, tuple) and identity[:1] == (TURN,) and identity[2] in ("count", "index")


def counter_of(op: str, left: Value, right: Value) -> tuple[str, int]:
    """`n <= epoch` holds from some turn on, `epoch < n` until some turn."""
    if op in (">", ">="):
        return counter_of({">": "<", ">=": "<="}[op], right, left)
    if op in ("<", "<="):
        if _grows(right) and not varying(left):
            return text(right), 1
        if _grows(left) and not varying(right):
            return text(left), -1
    return "", 0


def _grows(value: Value) -> bool:
    """Does the value grow from turn to turn: a counter, or one of `batch + epoch * batches`?"""
    if not varying(value):
        return False
    if isinstance(value, Op) and value.args:
        first, *others = value.args
        if value.op in ("+", "*"):
            return all(_grows(arg) or not varying(arg) for arg in value.args)
        return value.op in ("-", "//", "/", "int", "float") and _grows(first) and not any(map(varying, others))
    return isinstance(value, Symbol)
