"""Small syntactic facts about a piece of code, remembered per node: what it assigns, whether it yields or fetches."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import TypeVar

import libcst as cst

T = TypeVar("T")
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
    if isinstance(body, cst.SimpleStatementSuite):
        yield from body.body
        return
    if not isinstance(body, (cst.IndentedBlock, cst.Module)):
        return
    for statement in body.body:
        if isinstance(statement, cst.SimpleStatementLine):
            yield from statement.body
            continue
        yield statement
        for inner in _blocks(statement):
            yield from statements(inner)


def _blocks(statement: cst.CSTNode) -> Iterator[cst.CSTNode]:
    if isinstance(statement, (cst.FunctionDef, cst.ClassDef)):
        return
    if isinstance(statement, cst.Match):
        yield from (case.body for case in statement.cases)
        return
    body = getattr(statement, "body", None)
    if body is not None:
        yield body
    orelse = getattr(statement, "orelse", None)
    if isinstance(orelse, cst.If):
        yield from _blocks(orelse)
    elif orelse is not None:
        yield orelse.body
    if isinstance(statement, (cst.Try, cst.TryStar)):
        yield from (handler.body for handler in statement.handlers)
        if statement.finalbody is not None:
            yield statement.finalbody.body


def assigned_in(body: cst.CSTNode) -> tuple[str, ...]:
    """The names that a block assigns."""

    def find() -> tuple[str, ...]:
        return tuple(dict.fromkeys(name for node in statements(body) for name in _assigned_by(node)))

    return remembered("assigned", body, find)


def _assigned_by(node: cst.CSTNode) -> Iterator[str]:
    if isinstance(node, cst.Assign):
        for target in node.targets:
            yield from _names(target.target)
    elif isinstance(node, (cst.AugAssign, cst.AnnAssign, cst.For)):
        yield from _names(node.target)


def _names(target: cst.CSTNode) -> Iterator[str]:
    if isinstance(target, cst.Name):
        yield target.value
    elif isinstance(target, (cst.Tuple, cst.List)):
        for element in target.elements:
            yield from _names(element.value)


class _Finder(cst.CSTVisitor):
    """Looks for a kind of node without entering inner functions."""

    def __init__(self) -> None:
        super().__init__()
        self.yields = False
        self.fetches = False

    def visit_FunctionDef(self, node: cst.FunctionDef) -> bool:
        return False

    def visit_Lambda(self, node: cst.Lambda) -> bool:
        return False

    def visit_Yield(self, node: cst.Yield) -> None:
        self.yields = True

    def visit_Call(self, node: cst.Call) -> None:
        name = node.func
        if isinstance(name, cst.Name) and name.value == "next":
            self.fetches = True
        if isinstance(name, cst.Attribute) and name.attr.value in ("next", "__next__"):
            self.fetches = True


class _Names(cst.CSTVisitor):
    def __init__(self) -> None:
        super().__init__()
        self.names: set[str] = set()

    def visit_Name(self, node: cst.Name) -> None:
        self.names.add(node.value)


def named_in(node: cst.CSTNode) -> frozenset[str]:
    """Every name that a function mentions."""

    def find() -> frozenset[str]:
        finder = _Names()
        node.visit(finder)
        return frozenset(finder.names)

    return remembered("names", node, find)


def is_generator(function: cst.FunctionDef) -> bool:
    """Does the function yield?"""

    def find() -> bool:
        finder = _Finder()
        function.body.visit(finder)
        return finder.yields

    return remembered("yields", function, find)


def calls_next(loop: cst.CSTNode) -> bool:
    """Does a loop's body fetch its batches with next()?"""

    def find() -> bool:
        finder = _Finder()
        for node in statements(getattr(loop, "body", loop)):
            if isinstance(node, (cst.Assign, cst.Expr, cst.AnnAssign)):
                node.visit(finder)
        return finder.fetches

    return remembered("fetches", loop, find)


def catches_type_error(node: cst.Try | cst.TryStar) -> bool:
    """Does a handler name what a call with wrong arguments raises?"""
    for handler in node.handlers:
        kind = handler.type
        kinds = [element.value for element in kind.elements] if isinstance(kind, cst.Tuple) else [kind]
        if any(isinstance(each, cst.Name) and each.value == "TypeError" for each in kinds):
            return True
    return False
