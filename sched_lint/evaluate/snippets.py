"""Functions given as arguments (lr_lambda): what they are made of, and what they compute."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import TYPE_CHECKING

import libcst as cst

from sched_lint.evaluate.values import Alternatives, Arguments, CheckpointValue, Class, Function, Method, Partial
from sched_lint.quantities import Const, Length, Op, Snippet, Symbol, Value, factors, number

if TYPE_CHECKING:
    from sched_lint.evaluate.tracked import Tracked

SAMPLES = (0, 1, 2, 3, 10, 30, 50, 100, 200)
"""Arguments at which a function is computed, while the names it closes over still hold what they held."""

CHAINED = re.compile(
    r"param_groups|\[['\"]lr['\"]\]|super\(|\.step\(|\bget_(?:last_)?lr\(|_last_lr|self\.\w+(?:\[[^\]]*\])?\s*[-+*/%]?=(?!=)"
)
"""What a get_lr() that is no function of the position does: read the present rate, ask a scheduler, or change itself."""
OWN_CALL = re.compile(r"\bself\.(\w+)\(")


def closed_form(cls: Class) -> bool:
    """Does the class's own get_lr() compute the rate in force from the position alone, whoever asks?"""
    waiting, seen = ["get_lr"], set()
    while waiting:
        name = waiting.pop()
        method = cls.find(name)
        if name in seen:
            continue
        if not isinstance(method, Function):
            return False
        seen.add(name)
        code = cst.Module([]).code_for_node(method.node.body)
        if CHAINED.search(code):
            return False
        waiting.extend(OWN_CALL.findall(code))
    return True


class _Names(cst.CSTVisitor):
    def __init__(self) -> None:
        super().__init__()
        self.names: set[str] = set()
        self.numbers: set[float] = set()

    def visit_Name(self, node: cst.Name) -> None:
        self.names.add(node.value)

    def visit_Float(self, node: cst.Float) -> None:
        self.numbers.add(float(node.value.replace("_", "")))


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
        ("snippet", spelled, id(value)),
        spelled if len(spelled) < 60 else f"{function.name}()",
        parameter,
        frozenset(finder.names - {parameter}),
        _computer(machine, value, node),
        _captured(function, finder.names - {parameter}),
        _multiplied(machine, value, node),
        frozenset(finder.numbers),
    )


def _multiplied(machine: Tracked, value: Value, node: cst.CSTNode) -> tuple[Value, ...]:
    """The factors of what the function returns for a step that is not known."""
    if machine.sampling:
        return ()
    result = _evaluated(machine, value, Symbol(("sample", id(node)), "step"), node)
    options = [option for _, option in result.options] if isinstance(result, Alternatives) else [result]
    return tuple(factor for option in options if option is not None for factor in factors(option))


def _captured(function: Function, free: set[str]) -> tuple[Value, ...]:
    """The plain values of the names a function closes over: what it computes with."""
    found: list[Value] = []
    for name in sorted(free):
        frame = function.frame
        while frame is not None and name not in frame.names:
            frame = frame.parent
        value = frame.names[name] if frame is not None else function.env.names.get(name, function.defaults.get(name))
        options = [option for _, option in value.options] if isinstance(value, Alternatives) else [value]
        for option in options:
            if isinstance(option, CheckpointValue):
                found.append(Symbol(("checkpoint", option.number, option.entry), option.text))
            elif isinstance(option, (Const, Symbol, Op, Length)):
                found.append(option)
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
    result = _evaluated(machine, value, Const(step), node)
    return number(result) if result is not None else None


def _evaluated(machine: Tracked, value: Value, argument: Value, node: cst.CSTNode) -> Value | None:
    """Evaluate the function on one argument, leaving no trace in the timeline or the store."""
    from sched_lint.evaluate.core import BudgetError

    mark = machine.store.mark()
    kept = len(machine.timeline.events)
    loops, path, steps = machine.loops, machine.path, machine.steps
    machine.loops = ()
    machine.sampling = True
    try:
        return machine.call(value, Arguments([argument]), node)
    except (BudgetError, RecursionError):
        return None
    finally:
        machine.sampling = False
        machine.loops, machine.path, machine.steps = loops, path, steps
        del machine.timeline.events[kept:]
        machine.store.rollback(mark)
