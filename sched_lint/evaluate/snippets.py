"""Functions given as arguments (lr_lambda): what they are made of, and what they compute."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

import libcst as cst

from sched_lint.evaluate.values import Arguments, Function, Method, Partial
from sched_lint.quantities import Const, Length, Op, Snippet, Symbol, Value, number

if TYPE_CHECKING:
    from sched_lint.evaluate.tracked import Tracked

SAMPLES = (0, 1, 2, 3, 10, 30, 50, 100, 200)
"""Arguments at which a function is computed, while the names it closes over still hold what they held."""


class _Names(cst.CSTVisitor):
    def __init__(self) -> None:
        super().__init__()
        self.names: set[str] = set()

    def visit_Name(self, node: cst.Name) -> None:
        self.names.add(node.value)


def snippet(machine: Tracked, value: Function | Method | Partial) -> Value:
    """A snippet for a function value; computing it runs the evaluator on a constant argument."""
    function, before = _innermost(value)
    if function is None:
        return Symbol(("callable", id(value)), "?")
    node = function.node
    finder = _Names()
    node.body.visit(finder)
    free = [p.name.value for p in (*node.params.posonly_params, *node.params.params)]
    open_parameters = free[before:]
    parameter = open_parameters[0] if open_parameters else ""
    spelled = cst.Module([]).code_for_node(node).strip()
    if isinstance(value, Partial):
        finder.names |= {name for arg in value.args.all() for name in _names_of(arg)}
    return Snippet(
        ("snippet", spelled, id(value)), spelled if len(spelled) < 60 else f"{function.name}()", parameter,
        frozenset(finder.names - {parameter}), _computer(machine, value, node), _captured(function, finder.names - {parameter}),
    )  # fmt: skip


def _captured(function: Function, free: set[str]) -> tuple[Value, ...]:
    """The plain values of the names a function closes over: what it computes with."""
    found: list[Value] = []
    for name in sorted(free):
        frame = function.frame
        while frame is not None and name not in frame.names:
            frame = frame.parent
        value = frame.names[name] if frame is not None else function.env.names.get(name, function.defaults.get(name))
        if value is not None and isinstance(value, (Const, Symbol, Op, Length)):
            found.append(value)
    return tuple(found)


def _innermost(value: Function | Method | Partial) -> tuple[Function | None, int]:
    if isinstance(value, Function):
        return value, 0
    if isinstance(value, Method):
        return value.function, 1
    inner = value.function
    if isinstance(inner, (Function, Method, Partial)):
        found, before = _innermost(inner)
        return found, before + len(value.args.positional)
    return None, 0


def _names_of(value: Value) -> tuple[str, ...]:
    from sched_lint.quantities import names

    return tuple(names(value))


def _computer(machine: Tracked, value: Value, node: cst.CSTNode) -> Callable[[int], float | None]:
    found = {step: _run(machine, value, step, node) for step in SAMPLES} if not machine.sampling else {}
    return found.get


def _run(machine: Tracked, value: Value, step: int, node: cst.CSTNode) -> float | None:
    """Evaluate the function on one number, leaving no trace in the timeline or the store."""
    from sched_lint.evaluate.core import BudgetError

    mark = machine.store.mark()
    kept = len(machine.timeline.events)
    loops, path, steps = machine.loops, machine.path, machine.steps
    machine.loops = ()
    machine.sampling = True
    try:
        return number(machine.call(value, Arguments([Const(step)]), node))
    except (BudgetError, RecursionError):
        return None
    finally:
        machine.sampling = False
        machine.loops, machine.path, machine.steps = loops, path, steps
        del machine.timeline.events[kept:]
        machine.store.rollback(mark)
