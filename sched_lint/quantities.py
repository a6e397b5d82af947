"""Symbolic values: numbers, texts and names as the analysis knows them, shared by the evaluator and the rules.

A value is never guessed. `known` answers with a Python constant only when every part of the value is one, and says
whether a default (argparse's or a parameter's) had to be taken for it.
"""

from __future__ import annotations

import math
from collections.abc import Callable, Hashable, Iterator
from dataclasses import dataclass, field
from typing import NamedTuple

NO_LOOPS: frozenset[int] = frozenset()


class Value:
    """Anything an expression can evaluate to."""

    __slots__ = ()

    def own_key(self) -> Hashable:
        """Its key, where it is no quantity: that of the very object."""
        return ("object", kept_id(self))


@dataclass(slots=True, eq=False)
class Const(Value):
    """A Python constant. `names` are the variables it was read from (evidence for units), `label` the last of them."""

    value: object
    names: tuple[str, ...] = ()
    label: str = ""


@dataclass(slots=True, eq=False)
class Symbol(Value):
    """Something unknown that can still be compared with itself.

    `key` identifies it, `text` is how the source spells it, `default` is what argparse or a signature gives when
    nothing is passed, `varying` holds the loops whose turns change it.
    """

    key: Hashable
    text: str
    default: Value | None = None
    varying: frozenset[int] = NO_LOOPS


@dataclass(slots=True, eq=False)
class Either(Symbol):
    """One of several plain values, each under the branch decisions that lead to it."""

    options: tuple[tuple[frozenset[int], Value], ...] = ()


@dataclass(slots=True, eq=False)
class Op(Value):
    """An operation on values that could not be folded into a constant."""

    op: str
    args: tuple[Value, ...]
    label: str = ""  # the variable that holds it
    identity: Hashable = None  # its key, once it has been asked for
    loops: frozenset[int] | None = None  # what `varying` gives, once that has been asked


@dataclass(slots=True, eq=False)
class Length(Value):
    """`len(loader)`: the number of batches of one data loader. `size` is that number where its parts are known."""

    loader: Value
    key: Hashable
    text: str
    size: Value | None = None


@dataclass(slots=True, eq=False)
class Items(Value):
    """An immutable snapshot of a list or tuple (milestones, for one)."""

    items: tuple[Value, ...]


@dataclass(slots=True, eq=False)
class Snippet(Value):
    """A function or lambda given as an argument (lr_lambda): its shape, its names, and a way to compute it."""

    key: Hashable
    text: str
    parameter: str
    names: frozenset[str]
    compute: Callable[[int], float | None] = field(repr=False)
    factors: tuple[Value, ...] = ()  # what it closes over
    multiplied: tuple[Value, ...] = ()  # the factors of what it returns, where that is a product
    constants: frozenset[float] = frozenset()  # numbers written in it
    shifts: bool = False  # it adds something to its argument or takes it away, or hands it on to a function that may
    computed: tuple[Value, ...] = ()  # what it computes of what it closes over
    scales: tuple[Value, ...] = ()  # what it multiplies its argument with
    ignores: bool = False  # it makes no use of its argument

    @property
    def terms(self) -> tuple[Value, ...]:
        """What it closes over, and what it computes of that."""
        return (*self.factors, *self.computed)


class Known(NamedTuple):
    """A resolved constant; `by_default` when an argparse or parameter default was taken for it."""

    value: object
    by_default: bool = False


INFIX = {"+", "-", "*", "/", "//", "%", "**", "<", "<=", ">", ">=", "==", "!=", "is", "is not", "in", "not in"}
COMMUTATIVE = {"+", "*", "==", "!="}
MAX_NUMBER = 10**18


def key(value: Value) -> Hashable:
    """Structural identity: two values with one key are equal whenever they are evaluated in one run."""
    kind = type(value)
    if kind is Symbol or kind is Length or kind is Snippet:
        return value.key  # type: ignore[attr-defined, no-any-return]
    if kind is Const:
        constant = value.value  # type: ignore[attr-defined]
        if isinstance(constant, (int, float)) and not isinstance(constant, bool):
            return ("const", "number", constant)
        return ("const", type(constant).__name__, id(constant) if type(constant).__hash__ is None else constant)
    if kind is Op:
        if value.identity is None:  # type: ignore[attr-defined]
            value.identity = _operation_key(value)  # type: ignore[attr-defined, arg-type]
        return value.identity  # type: ignore[attr-defined, no-any-return]
    if kind is Items:
        return ("items", *(key(item) for item in value.items))  # type: ignore[attr-defined]
    return value.own_key()


def kept_id(value: object) -> int:
    """The id of a value that is part of a key: nothing else is given it until `forget`."""
    number = id(value)
    _identified[number] = value
    return number


def forget() -> None:
    """Let go of what keys rest on: those made before must not be compared with those made afterwards."""
    _identified.clear()


_identified: dict[int, object] = {}
_operations: dict[Hashable, int] = {}


def _operation_key(value: Op) -> Hashable:
    # Numbered, so that the key of a large expression is no larger than that of a small one.
    keys = [key(arg) for arg in value.args]
    if len(keys) == 1 and value.op in ("int", "round", "float", "ceil", "floor"):
        return keys[0]
    operands: Hashable = frozenset(keys) if len(keys) == 2 and value.op in COMMUTATIVE else tuple(keys)
    return ("op", _operations.setdefault((value.op, operands), len(_operations)))


def text(value: Value) -> str:
    """The value as a reader would write it."""
    if isinstance(value, Const):
        return value.label if value.label and not isinstance(value.value, str) else repr(value.value)
    if isinstance(value, (Symbol, Length, Snippet)):
        return value.text
    if isinstance(value, Items):
        return "[" + ", ".join(text(item) for item in value.items) + "]"
    if isinstance(value, Op):
        if value.op in INFIX and len(value.args) == 2:
            left, right = (f"({text(a)})" if isinstance(a, Op) and a.op in ("+", "-") else text(a) for a in value.args)
            return f"{left} {value.op} {right}"
        if value.op == "format":
            return "".join(str(a.value) if isinstance(a, Const) else "{" + text(a) + "}" for a in value.args)
        return f"{value.op}({', '.join(text(a) for a in value.args)})"
    return "?"


def walk(value: Value, depth: int = 12) -> Iterator[Value]:
    """The value and every value it is made of."""
    waiting = [(value, depth)]
    while waiting:
        value, depth = waiting.pop()
        yield value
        if depth > 0 and (parts := _parts(value)):
            waiting += [(part, depth - 1) for part in reversed(parts)]


def _parts(value: Value) -> tuple[Value, ...]:
    kind = type(value)
    if kind is Const:
        return ()
    if kind is Op:
        return value.args  # type: ignore[attr-defined, no-any-return]
    if kind is Items:
        return value.items  # type: ignore[attr-defined, no-any-return]
    return (value.default,) if isinstance(value, Symbol) and isinstance(value.default, Op) else ()


def alternatives(value: Value) -> tuple[tuple[frozenset[int], Value], ...]:
    """What a value may be, and the branch decisions under which it is that."""
    return value.options if isinstance(value, Either) else ((frozenset(), value),)


def varying(value: Value) -> frozenset[int]:
    """The loops whose turns change the value."""
    if isinstance(value, Const):
        return NO_LOOPS
    if isinstance(value, Op):
        if value.loops is None:
            value.loops = _varying(value)
        return value.loops
    return value.varying if isinstance(value, Symbol) and not isinstance(value.default, Op) else _varying(value)


def _varying(value: Value) -> frozenset[int]:
    found = NO_LOOPS
    for part in walk(value):
        if isinstance(part, Symbol) and part.varying:
            found |= part.varying
    return found


def known(value: Value | None) -> Known | None:
    """The constant behind a value, or None when any part of it is unknown."""
    if value is None:
        return None
    if isinstance(value, Const):
        return Known(value.value)
    if isinstance(value, Symbol):
        if value.default is None or value.varying:
            return None
        inner = known(value.default)
        return None if inner is None else Known(inner.value, True)
    if isinstance(value, Length):
        return known(value.size)
    if isinstance(value, Items):
        parts = [known(item) for item in value.items]
        if any(part is None for part in parts):
            return None
        return Known([p.value for p in parts if p], any(p.by_default for p in parts if p))
    if isinstance(value, Op):
        operands: list[Known] = []
        for arg in value.args:
            operand = known(arg)
            if operand is None:
                return None
            operands.append(operand)
        folded = fold(value.op, [operand.value for operand in operands])
        return None if folded is None else Known(folded.value, any(operand.by_default for operand in operands))
    return None


def number(value: Value | None) -> float | None:
    """The number behind a value; None when it is unknown, not finite, or no number."""
    found = known(value)
    if found is None or isinstance(found.value, bool) or not isinstance(found.value, (int, float)):
        return None
    return float(found.value) if math.isfinite(found.value) else None


def literal(value: Value | None) -> float | None:
    """Like `number`, but not through a default that a caller may override."""
    found = known(value)
    if found is None or found.by_default:
        return None
    return number(value)


def fold(op: str, args: list[object]) -> Const | None:
    """Compute an operation on constants; None when it is undefined, too large, or not arithmetic."""
    try:
        result = _compute(op, args)
    except (TypeError, ValueError, ZeroDivisionError, OverflowError, IndexError):
        return None
    if isinstance(result, (int, float)) and not isinstance(result, bool) and abs(result) > MAX_NUMBER:
        return None
    if isinstance(result, str) and len(result) > 4096:
        return None
    return None if result is NotImplemented else Const(result)


def _compute(op: str, args: list[object]) -> object:
    if op == "format":
        return "".join(str(arg) for arg in args)
    if op in ("join", "path"):
        parts = [str(arg) for arg in args]
        return "/".join(part.rstrip("/") if i < len(parts) - 1 else part for i, part in enumerate(parts) if part)
    if op in ("==", "is"):
        return args[0] == args[1]
    if op in ("!=", "is not"):
        return args[0] != args[1]
    if op == "in" and isinstance(args[1], (str, list, tuple, dict, set)):
        return args[0] in args[1]
    if op == "not in" and isinstance(args[1], (str, list, tuple, dict, set)):
        return args[0] not in args[1]
    if op == "+" and isinstance(args[0], str) and isinstance(args[1], str):
        return args[0] + args[1]
    if op == "%" and isinstance(args[0], str):
        return NotImplemented if len(args[0]) > 512 else args[0] % args[1]
    numbers = [arg for arg in args if isinstance(arg, (int, float))]
    if len(numbers) != len(args):
        return _compute_other(op, args)
    return _compute_numbers(op, numbers)


def _compute_other(op: str, args: list[object]) -> object:
    if op in ("int", "float", "str", "bool") and len(args) == 1 and isinstance(args[0], (str, int, float, type(None))):
        convert: Callable[[object], object] = {"int": int, "float": float, "str": str, "bool": bool}[op]
        return convert(args[0])
    if op in ("min", "max") and len(args) == 1 and isinstance(args[0], (list, tuple)):
        return _compute_numbers(op, [a for a in args[0] if isinstance(a, (int, float))])
    return NotImplemented


def _compute_numbers(op: str, n: list[int | float]) -> object:
    if op == "+" and len(n) == 2:
        return n[0] + n[1]
    if op == "-":
        return n[0] - n[1] if len(n) == 2 else -n[0]
    if op == "*":
        return n[0] * n[1]
    if op == "/":
        return n[0] / n[1]
    if op == "//":
        return n[0] // n[1]
    if op == "%":
        return n[0] % n[1]
    if op == "**":
        if abs(n[1]) > 4096 or (isinstance(n[0], int) and isinstance(n[1], int) and abs(n[0]) ** min(n[1], 64) > MAX_NUMBER):
            return NotImplemented
        return n[0] ** n[1]
    if op in ("<", "<=", ">", ">="):
        return {"<": n[0] < n[1], "<=": n[0] <= n[1], ">": n[0] > n[1], ">=": n[0] >= n[1]}[op]
    if op in (
        "int",
        "float",
        "bool",
        "abs",
        "ceil",
        "floor",
        "round",
        "str",
        "sqrt",
        "cos",
        "sin",
        "exp",
        "log",
        "log2",
        "log10",
        "pow",
    ):
        return _compute_function(op, n)
    if op in ("min", "max") and n:
        return min(n) if op == "min" else max(n)
    return NotImplemented


def _compute_function(op: str, n: list[int | float]) -> object:
    if op == "pow":
        return _compute_numbers("**", n)
    if op == "round" and len(n) == 2:
        return round(n[0], int(n[1]))
    functions: dict[str, Callable[[float], object]] = {
        "int": int, "float": float, "bool": bool, "abs": abs, "ceil": math.ceil, "floor": math.floor, "round": round,
        "str": str, "sqrt": math.sqrt, "cos": math.cos, "sin": math.sin, "exp": math.exp, "log": math.log,
        "log2": math.log2, "log10": math.log10,
    }  # fmt: skip
    return functions[op](n[0]) if len(n) == 1 else NotImplemented


def operate(op: str, *args: Value) -> Value:
    """Apply an operation, folded at once where every operand is a constant."""
    constants = [arg for arg in args if isinstance(arg, Const)]
    if len(constants) == len(args):
        folded = fold(op, [constant.value for constant in constants])
        if folded is not None:
            folded.names = _joined_names(constants)
            return folded
    if op in ("*", "//", "/") and isinstance(args[1], Const) and args[1].value == 1:
        return args[0]
    if op == "*" and isinstance(args[0], Const) and args[0].value == 1:
        return args[1]
    if op == "%" and isinstance(args[1], Const) and args[1].value == 1:
        return Const(0)
    return Op(op, args)


def _joined_names(constants: list[Const]) -> tuple[str, ...]:
    # A computed constant is no longer any one variable; the names stay as evidence, the text shows the number.
    return tuple(name for constant in constants for name in constant.names)[:8]


def same(a: Value, b: Value) -> bool:
    """Are the two values equal in every run?"""
    if key(a) == key(b):
        return True
    left, right = literal(a), literal(b)
    return left is not None and right is not None and math.isclose(left, right, rel_tol=1e-12, abs_tol=0.0)


def factors(value: Value) -> list[Value]:
    """The multiplicative factors of a value: through int(), round(), ceil(), divisions that leave them, and what min(),
    max() and sums have in common."""
    if isinstance(value, Op):
        if value.op == "*":
            return [factor for arg in value.args for factor in factors(arg)]
        if value.op in ("int", "round", "ceil", "floor", "float") and value.args:
            return factors(value.args[0])
        if value.op in ("//", "/"):
            return _without(factors(value.args[0]), factors(value.args[1]))
        if value.op in ("min", "max", "+", "-") and value.args:
            rest = [{key(factor) for factor in factors(arg)} for arg in value.args[1:]]
            return [factor for factor in factors(value.args[0]) if all(key(factor) in keys for keys in rest)] or [value]
    return [value]


def _without(above: list[Value], below: list[Value]) -> list[Value]:
    left = list(above)
    for divisor in below:
        for factor in left:
            if key(factor) == key(divisor):
                left.remove(factor)
                break
    return left


def names(value: Value) -> Iterator[str]:
    """Every name the value was read from: evidence for what it counts."""
    for part in walk(value):
        if isinstance(part, Const):
            yield from part.names
        elif isinstance(part, (Symbol, Length)):
            yield part.text
        elif isinstance(part, Op) and part.label:
            yield part.label
        elif isinstance(part, Snippet):
            yield from part.names
