"""Small syntactic facts about a piece of code, remembered per node: what it assigns, whether it yields or fetches."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from typing import TypeVar

import libcst as cst

from sched_lint.evaluate.interest import OBJECTS
from sched_lint.evaluate.spelling import dotted
from sched_lint.project.trees import walk

T = TypeVar("T")
WORD = re.compile(r"[A-Za-z_]\w*")
OWN_CALLS = re.compile(r"self(?<!\wself)\.(\w+)\(")
# libcst's nodes take no weak references: a fact is kept with its node, so that the id cannot be given away.
_facts: dict[tuple[str, int], tuple[cst.CSTNode, object]] = {}


def remembered(kind: str, node: cst.CSTNode, find: Callable[[], T]) -> T:
    """A fact about a node, found once."""
    known = _facts.get((kind, id(node)))
    if known is None:
        known = _facts[(kind, id(node))] = (node, find())
    return known[1]  # type: ignore[return-value]


def forget() -> None:
    """Let go of every node: the project they belong to is done."""
    _facts.clear()


def statements(body: cst.CSTNode) -> Iterator[cst.CSTNode]:
    """Every small or compound statement below a block, without entering functions and classes."""
    if type(body) is cst.SimpleStatementSuite:
        yield from body.body
        return
    if type(body) is not cst.IndentedBlock and type(body) is not cst.Module:
        return
    for statement in body.body:
        if type(statement) is cst.SimpleStatementLine:
            yield from statement.body
            continue
        yield statement
        for inner in _blocks(statement):
            yield from statements(inner)


def _blocks(statement: cst.CSTNode) -> Iterator[cst.CSTNode]:
    if type(statement) is cst.FunctionDef or type(statement) is cst.ClassDef:
        return
    if type(statement) is cst.Match:
        yield from (case.body for case in statement.cases)
        return
    body = getattr(statement, "body", None)
    if body is not None:
        yield body
    orelse = getattr(statement, "orelse", None)
    if type(orelse) is cst.If:
        yield from _blocks(orelse)
    elif orelse is not None:
        yield orelse.body
    if type(statement) is cst.Try or type(statement) is cst.TryStar:
        yield from (handler.body for handler in statement.handlers)
        if statement.finalbody is not None:
            yield statement.finalbody.body


def assigned_in(body: cst.CSTNode) -> tuple[str, ...]:
    """The names that a block assigns."""

    def find() -> tuple[str, ...]:
        return tuple(dict.fromkeys(name for node in statements(body) for name in _assigned_by(node)))

    return remembered("assigned", body, find)


def sets_what_it_tests(node: cst.If) -> bool | None:
    """`if self.scheduler is None: self.scheduler = ...`: is it the body that sets what is tested?

    False where it is the other arm (`if hasattr(self, "scheduler"): ... else: self.scheduler = ...`), None where it is neither
    or where what is set is, by its name and its maker's, neither a scheduler nor an optimizer.
    """

    def find() -> bool | None:
        tested, unset = _tested(node.test)
        arm: cst.CSTNode | None = node.body if unset else node.orelse.body if type(node.orelse) is cst.Else else None
        if not tested or arm is None:
            return None
        assigned = (each for each in statements(arm) if type(each) is cst.Assign)
        made = [each for each in assigned if tested in (dotted(target.target) for target in each.targets)]
        return unset if any(OBJECTS.search(f"{tested} {dotted(each.value)}") for each in made) else None

    return remembered("sets what it tests", node, find)


def _tested(test: cst.BaseExpression) -> tuple[str, bool]:
    """What a test asks for, as it is spelled, and whether it holds where that is unset; "" where it asks for something else."""
    if type(test) is cst.UnaryOperation and type(test.operator) is cst.Not:
        tested, unset = _tested(test.expression)
        return tested, not unset
    if type(test) is cst.Comparison and len(test.comparisons) == 1 and dotted(test.comparisons[0].comparator) == "None":
        operator = test.comparisons[0].operator
        return dotted(test.left), isinstance(operator, (cst.Is, cst.Equal))
    if type(test) is cst.Call and dotted(test.func) == "hasattr" and len(test.args) == 2:
        name = test.args[1].value
        return (f"{dotted(test.args[0].value)}.{name.value[1:-1]}", False) if type(name) is cst.SimpleString else ("", False)
    return (dotted(test), False) if isinstance(test, (cst.Name, cst.Attribute)) else ("", False)


def counted(test: cst.BaseExpression) -> tuple[cst.BaseExpression | None, cst.BaseExpression | None]:
    """`while step < total`: the counter and the bound."""
    if type(test) is cst.BooleanOperation:
        return counted(test.left)
    if type(test) is cst.Comparison and len(test.comparisons) == 1:
        op = test.comparisons[0].operator
        left, right = test.left, test.comparisons[0].comparator
        if isinstance(op, (cst.GreaterThan, cst.GreaterThanEqual)):
            left, right = right, left
        if isinstance(op, (cst.LessThan, cst.LessThanEqual, cst.GreaterThan, cst.GreaterThanEqual, cst.NotEqual)):
            return left, right
    return None, None


def _assigned_by(node: cst.CSTNode) -> Iterator[str]:
    if type(node) is cst.Assign:
        for target in node.targets:
            yield from _names(target.target)
    elif isinstance(node, (cst.AugAssign, cst.AnnAssign, cst.For)):
        yield from _names(node.target)


def _names(target: cst.CSTNode) -> Iterator[str]:
    if type(target) is cst.Name:
        yield target.value
    elif isinstance(target, (cst.Tuple, cst.List)):
        for element in target.elements:
            yield from _names(element.value)


def counts_up(loop: cst.While) -> str:
    """The `n` of `while n < total` whose body ends every turn with one more: `n += 1`, once, on its own level."""

    def find() -> str:
        test = loop.test
        if type(test) is not cst.Comparison or len(test.comparisons) != 1 or type(test.left) is not cst.Name:
            return ""
        name = test.left.value
        if not isinstance(test.comparisons[0].operator, (cst.LessThan, cst.NotEqual)):
            return ""
        below = list(statements(loop.body))
        own = [node for line in loop.body.body if type(line) is cst.SimpleStatementLine for node in line.body]
        changes = [node for node in below if name in _assigned_by(node)]
        if len(changes) != 1 or changes[0] not in own or any(type(node) is cst.Continue for node in below):
            return ""
        change = changes[0]
        if type(change) is not cst.AugAssign or type(change.operator) is not cst.AddAssign:
            return ""
        return name if type(change.value) is cst.Integer and change.value.value == "1" else ""

    return remembered("counts up", loop, find)


def ends_by_count(loop: cst.For | cst.While) -> bool:
    """Can the loop end before its bound because something that counts its turns has come so far: `if step >= limit: break`?"""

    def find() -> bool:
        below = list(statements(loop.body))
        counted = {_last(node.target) for node in below if type(node) is cst.AugAssign}
        counted -= {_last(target.target) for node in below if type(node) is cst.Assign for target in node.targets}
        if type(loop) is cst.For:
            counted |= set(_names(loop.target))
        tests = [node for node in below if type(node) is cst.If]
        return any(
            any(isinstance(inner, (cst.Break, cst.Return)) for inner in statements(test.body)) and counted & _mentioned(test.test)
            for test in tests
        )

    return remembered("ends by count", loop, find)


def _last(node: cst.CSTNode) -> str:
    return node.attr.value if type(node) is cst.Attribute else node.value if type(node) is cst.Name else ""


def _mentioned(node: cst.CSTNode) -> frozenset[str]:
    return frozenset(each.value for each in walk(node) if type(each) is cst.Name)


def _outside_functions(node: cst.CSTNode) -> bool:
    kind = type(node)
    return kind is not cst.FunctionDef and kind is not cst.Lambda


def named_in(node: cst.CSTNode) -> tuple[str, ...]:
    """Every name that a function mentions, sorted."""

    def find() -> tuple[str, ...]:
        return tuple(sorted({each.value for each in walk(node) if type(each) is cst.Name}))

    return remembered("names", node, find)


def words_of(node: cst.CSTNode, text: str) -> tuple[str, ...]:
    """Every word in a function's text, sorted: its names and some more."""
    return remembered("words", node, lambda: tuple(sorted(set(WORD.findall(text)))))


def is_generator(function: cst.FunctionDef, text: str | None) -> bool:
    """Does the function yield? `text` is its source, where that is at hand."""
    if text is not None and "yield" not in text:
        return False

    def find() -> bool:
        return any(type(each) is cst.Yield for each in walk(function.body, _outside_functions))

    return remembered("yields", function, find)


def calls_next(loop: cst.CSTNode) -> bool:
    """Does a loop's body fetch its batches with next()?"""

    def find() -> bool:
        simple = (
            node for node in statements(getattr(loop, "body", loop)) if isinstance(node, (cst.Assign, cst.Expr, cst.AnnAssign))
        )
        return any(_fetches(each) for node in simple for each in walk(node, _outside_functions) if type(each) is cst.Call)

    return remembered("fetches", loop, find)


def _fetches(call: cst.Call) -> bool:
    name = call.func
    if type(name) is cst.Attribute:
        return name.attr.value in ("next", "__next__")
    return type(name) is cst.Name and name.value == "next"


def catches_type_error(node: cst.Try | cst.TryStar) -> bool:
    """Does a handler name what a call with wrong arguments raises?"""
    for handler in node.handlers:
        kind = handler.type
        kinds = [element.value for element in kind.elements] if type(kind) is cst.Tuple else [kind]
        if any(type(each) is cst.Name and each.value == "TypeError" for each in kinds):
            return True
    return False
