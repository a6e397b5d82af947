"""Functions given as arguments (lr_lambda): what they are made of, and what they compute."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from functools import partial
from typing import TYPE_CHECKING

import libcst as cst

from sched_lint.evaluate.core import BudgetError
from sched_lint.evaluate.expressions import BINARY, as_symbol
from sched_lint.evaluate.scan import OWN_CALLS, assigned_in, named_in
from sched_lint.evaluate.spelling import dotted
from sched_lint.evaluate.values import Alternatives, Arguments, CheckpointValue, Class, External, Frame, Function, Method, Partial
from sched_lint.project.trees import walk
from sched_lint.quantities import Const, Length, Op, Snippet, Symbol, Value, factors, kept_id, number

if TYPE_CHECKING:
    from sched_lint.evaluate.tracked import Tracked

SAMPLES = (0, 1, 2, 3, 10, 30, 50, 100, 200)
"""Arguments at which a function is computed, while the names it closes over still hold what they held."""

CHAINED = re.compile(
    r"param_groups|\[['\"]lr['\"]\]|super\(|\.step\(|\.get_(?:last_)?lr\(|\._last_lr|self\.\w+(?:\[[^\]]*\])?\s*[-+*/%]?=(?!=)"
)
"""What a get_lr() that is no function of the position does: read the present rate, ask a scheduler, or change itself."""


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
        code = method.env.module.source(_whole(method).body)
        if "initial_lr" in code:
            code = code.replace("param_groups", "")  # they are looked at for what never changes
        if CHAINED.search(code):
            return False
        waiting.extend(OWN_CALLS.findall(code))
    return True


def _whole(function: Function) -> cst.FunctionDef | cst.Lambda:
    """The function's node with its body."""
    return function.node if isinstance(function.node, cst.Lambda) else function.env.module.whole(function.node)


PLAIN_FUNCTIONS = frozenset({"float", "int", "min", "max", "abs", "math.floor", "math.cos", "np.cos", "range", "print"})


def _shifts(body: cst.CSTNode, name: str) -> bool:
    """Is something added to a name (`epoch + start`), or is the name given to another function?

    What is taken from it (`epoch - decay_start`) says where a part of the schedule begins, not where the run does.
    """
    return any(_shifts_here(node, name) for node in walk(body))


def _shifts_here(node: cst.CSTNode, name: str) -> bool:
    if isinstance(node, cst.BinaryOperation) and isinstance(node.operator, cst.Add):
        sides = ((node.left, node.right), (node.right, node.left))
        return any(_counts(side, name) and not isinstance(other, (cst.Integer, cst.Float)) for side, other in sides)
    if isinstance(node, cst.AugAssign):
        return isinstance(node.operator, cst.AddAssign) and _counts(node.target, name)
    if isinstance(node, cst.Call):
        return dotted(node.func) not in PLAIN_FUNCTIONS and any(_counts(arg.value, name) for arg in node.args)
    return False


def _counts(node: cst.CSTNode, name: str) -> bool:
    if isinstance(node, cst.BinaryOperation) and isinstance(node.operator, (cst.Add, cst.Subtract)):
        return _counts(node.left, name)
    return isinstance(node, cst.Name) and node.value == name


def snippet(machine: Tracked, value: Function | Method | Partial) -> Value:
    """A snippet for a function value; computing it runs the evaluator on a constant argument."""
    function, given = _given(value)
    if function is None:
        return Symbol(("callable", kept_id(value)), "?")
    node = _whole(function)
    inside = list(walk(node.body))
    mentioned = {each.value for each in inside if isinstance(each, cst.Name)}
    numbers = {float(each.value.replace("_", "")) for each in inside if isinstance(each, cst.Float)}
    parameter = next((name for name in _parameters(function) if name not in given), "")
    spelled = function.env.module.source(node)
    if isinstance(value, Partial):
        mentioned |= {name for arg in value.args.all() for name in _names_of(arg)}
    return Snippet(
        ("snippet", kept_id(value)),
        spelled if len(spelled) < 60 else f"{function.name}()",
        parameter,
        frozenset(mentioned - {parameter}),
        _computer(machine, value, node),
        _captured(machine, function, mentioned - {parameter}),
        _multiplied(machine, value, node),
        frozenset(numbers),
        _shifts(node.body, parameter),
        _computed(machine, function, given, node, _sums),
        _computed(machine, function, given, node, partial(_scales, parameter)),
        parameter not in mentioned,
    )


def _multiplied(machine: Tracked, value: Value, node: cst.CSTNode) -> tuple[Value, ...]:
    """The factors of what the function returns for a step that is not known."""
    if machine.sampling:
        return ()
    result = _evaluated(machine, value, Symbol(("sample", id(node)), "step"), node)
    options = [option for _, option in result.options] if isinstance(result, Alternatives) else [result]
    return tuple(factor for option in options if option is not None for factor in factors(option))


def _computed(
    machine: Tracked, function: Function, given: dict[str, Value], node: cst.FunctionDef | cst.Lambda,
    find: Callable[[cst.CSTNode, set[str]], Iterator[cst.BaseExpression]],
) -> tuple[Value, ...]:  # fmt: skip
    """What the function computes, in the expressions that `find` gives, of what it closes over, whatever it is given."""
    if machine.sampling:
        return ()
    bound = {p.name.value for p in (*node.params.posonly_params, *node.params.params, *node.params.kwonly_params)} - given.keys()
    bound |= {name for body in [node.body] if not isinstance(body, cst.BaseExpression) for name in assigned_in(body)}
    frame, env = machine.frame, machine.env
    with _aside(machine):
        machine.frame, machine.env = Frame(given, function.frame, function.env), function.env
        try:
            values = [_operation(machine, each) for each in find(node.body, bound)]
            return tuple([value for value in values if isinstance(value, (Const, Symbol, Op, Length))])
        except (BudgetError, RecursionError):
            return ()
        finally:
            machine.frame, machine.env = frame, env


def _operation(machine: Tracked, node: cst.BaseExpression) -> Value:
    """The value of an expression; as an operation on its parts where some of these are of no known kind."""
    value = machine.evaluate(node)
    if isinstance(node, cst.BinaryOperation) and isinstance(value, Symbol):
        op = BINARY.get(type(node.operator), "?")
        return Op(op, (_operand(machine, node.left), _operand(machine, node.right)))
    return as_symbol(value)


def _operand(machine: Tracked, node: cst.BaseExpression) -> Value:
    value = _operation(machine, node)
    return value.symbol if isinstance(value, External) else value


def _given(value: Value) -> tuple[Function | None, dict[str, Value]]:
    """The function itself, and the parameters that it has been given."""
    if isinstance(value, Function):
        return value, {}
    if isinstance(value, Method):
        function, given = _given(value.function)
        more, keywords = [value.receiver], {}
    elif isinstance(value, Partial):
        function, given = _given(value.function)
        more, keywords = value.args.positional, value.args.keywords
    else:
        return None, {}
    if function is None:
        return None, {}
    left = [name for name in _parameters(function) if name not in given]
    return function, {**given, **dict(zip(left, more, strict=False)), **keywords}


def _parameters(function: Function) -> list[str]:
    """The names of those that can be given by position."""
    return [parameter.name.value for parameter in (*function.node.params.posonly_params, *function.node.params.params)]


def _sums(body: cst.CSTNode, bound: set[str]) -> Iterator[cst.BaseExpression]:
    """The outermost sums, products, lengths and attributes in which none of these names stands."""

    def chosen(node: cst.CSTNode) -> bool:
        kind = type(node)
        computes = kind is cst.BinaryOperation or kind is cst.Attribute or (kind is cst.Call and dotted(node.func) == "len")  # type: ignore[attr-defined]
        return computes and bound.isdisjoint(named_in(node))

    for each in walk(body, lambda node: not chosen(node)):
        if chosen(each):
            yield each  # type: ignore[misc]


def _scales(name: str, body: cst.CSTNode, bound: set[str]) -> Iterator[cst.BaseExpression]:
    """What a name is multiplied with."""
    for each in walk(body):
        if isinstance(each, cst.BinaryOperation) and isinstance(each.operator, cst.Multiply):
            for side, other in ((each.left, each.right), (each.right, each.left)):
                if _counts(side, name) and bound.isdisjoint(named_in(other)):
                    yield other


def _captured(machine: Tracked, function: Function, free: set[str]) -> tuple[Value, ...]:
    """The plain values of the names a function closes over: what it computes with."""
    found: list[Value] = []
    for name in sorted(free):
        frame = function.frame
        while frame is not None and name not in frame.names:
            frame = frame.parent
        machine.bring(function.env, name)
        value = frame.names[name] if frame is not None else function.env.names.get(name, function.defaults.get(name))
        options = [option for _, option in value.options] if isinstance(value, Alternatives) else [value]
        for option in options:
            if isinstance(option, CheckpointValue):
                found.append(Symbol(("checkpoint", option.number, option.entry), option.text))
            elif isinstance(option, (Const, Symbol, Op, Length)):
                found.append(option)
    return tuple(found)


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
    with _aside(machine):
        try:
            return machine.call(value, Arguments([argument]), node)
        except (BudgetError, RecursionError):
            return None


@contextmanager
def _aside(machine: Tracked) -> Iterator[None]:
    """What is evaluated leaves no trace in the timeline or the store."""
    mark = machine.store.mark()
    kept = len(machine.timeline.events)
    loops, path, steps = machine.loops, machine.path, machine.steps
    machine.loops = ()
    machine.sampling = True
    try:
        yield
    finally:
        machine.sampling = False
        machine.loops, machine.path, machine.steps = loops, path, steps
        del machine.timeline.events[kept:]
        machine.store.rollback(mark)
