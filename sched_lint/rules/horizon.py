"""How many steps a schedule is written for, and how many it gets, as products of factors that can be cancelled."""

from __future__ import annotations

from collections import Counter
from collections.abc import Hashable
from dataclasses import dataclass, field

from sched_lint.quantities import Const, Op, Value, key, literal, number
from sched_lint.timeline import Loop, Stepped, Timeline


@dataclass(slots=True)
class Product:
    """A number times factors that only the run knows, some of them below the line."""

    number: float = 1.0
    factors: Counter[Hashable] = field(default_factory=Counter)
    exact: bool = True  # no rounding, minimum or sum on the way

    def times(self, other: Product, power: int = 1) -> Product:
        factors = Counter(self.factors)
        for factor, count in other.factors.items():
            factors[factor] += count * power
        value = self.number * other.number**power
        return Product(value, Counter({f: c for f, c in factors.items() if c}), self.exact and other.exact)


def product(value: Value, defaults: bool = False) -> Product | None:
    """A value as a product; None for zero. With `defaults` an option that nobody passes is what it is by default."""
    known = number(value) if defaults else literal(value)
    if known is not None:
        return Product(known) if known > 0 else None
    if isinstance(value, Op):
        if value.op == "*":
            left, right = product(value.args[0], defaults), product(value.args[1], defaults)
            return left.times(right) if left and right else None
        if value.op in ("/", "//"):
            left, right = product(value.args[0], defaults), product(value.args[1], defaults)
            return left.times(right, -1) if left and right else None
        if value.op in ("int", "round", "ceil", "floor", "float"):
            return product(value.args[0], defaults)
        if value.op in ("max",) and isinstance(value.args[0], Const):
            return product(value.args[1], defaults)
    return Product(1.0, Counter({key(value): 1}))


def turns(loop: Loop, defaults: bool = False) -> Product | None:
    """How often a loop turns, when it starts at zero (or where it starts is a number)."""
    if loop.bound is None or loop.ends_early:
        return None
    if loop.source in ("range", "while") and len(loop.starts) == 1:
        first = literal(loop.starts[0])
        if first is None:
            return None
        if first == 1 and isinstance(loop.bound, Op) and loop.bound.op == "+" and literal(loop.bound.args[1]) == 1:
            return product(loop.bound.args[0], defaults)  # range(1, n + 1)
        if first != 0:
            last = number(loop.bound) if defaults else literal(loop.bound)
            return Product(last - first) if last is not None and last > first else None
        return product(loop.bound, defaults)
    return product(loop.bound, defaults) if loop.source == "loader" else None


def steps_taken(event: Stepped, timeline: Timeline, defaults: bool = False) -> Product | None:
    """How many times a step in plain loops runs over the life of its scheduler; None where conditions or open loops hide it."""
    total = Product()
    built = timeline.built(event.subject)
    # Each turn of a loop that it is built in has a scheduler of its own.
    around = {loop.number for loop in built.loops} if built is not None else frozenset()
    loops = [loop for loop in event.loops if loop.number not in around]
    for loop in loops:
        if loop.kind == "other" and not (loop.trains or loop.backward):
            return None
        found = turns(loop, defaults)
        if found is None:
            return None
        total = total.times(found)
    first = loops[0] if loops else None
    if first is None:
        return None
    for literal_ in event.path - first.path:
        condition = timeline.conditions[abs(literal_)]
        if condition.varying or not condition.optional:
            return None
    return total
