"""Compares trees that Python's parser gave with those of libcst's own parser."""

from __future__ import annotations

from collections.abc import Callable, Iterator

import libcst as cst
from libcst.metadata import MetadataWrapper, PositionProvider

from sched_lint.project.trees import semantic_fields, walk
from sched_lint.timeline import Span

SIMPLE = (
    cst.Call, cst.SimpleString, cst.Integer, cst.Float, cst.Lambda, cst.Subscript, cst.Comparison, cst.BinaryOperation, cst.Dict,
    cst.List, cst.ListComp, cst.Await, cst.Yield, cst.Assign, cst.AnnAssign, cst.AugAssign, cst.Expr, cst.Return, cst.Import,
    cst.ImportFrom, cst.Raise, cst.Del,
)  # fmt: skip
"""Kinds of nodes whose places are compared; brackets around tuples and generators are told apart differently."""
COMPOUND = (cst.FunctionDef, cst.ClassDef, cst.For, cst.While, cst.If, cst.With, cst.Try, cst.IndentedBlock)

Places = list[tuple[type, Span]]


def places(nodes: Iterator[cst.CSTNode], locate: Callable[[cst.CSTNode], Span]) -> Places:
    """Where the simple ones of some nodes stand."""
    return [(type(node), locate(node)) for node in nodes if isinstance(node, SIMPLE)]


def places_by_libcst(text: str) -> tuple[cst.Module, Callable[[cst.CSTNode], Span]]:
    """A text's tree and a function that locates its nodes, both libcst's own."""
    tree = cst.parse_module(text)
    ranges = MetadataWrapper(tree, unsafe_skip_copy=True).resolve(PositionProvider)

    def locate(node: cst.CSTNode) -> Span:
        at = ranges[node]
        return Span(at.start.line, at.start.column + 1, at.end.line, at.end.column + 1)

    return tree, locate


def pairs(mine: object, other: object) -> Iterator[tuple[cst.CSTNode, cst.CSTNode]]:
    """The nodes of two trees of one text, side by side.

    Formatted strings are only compared by the expressions in them: Python joins those in a row, and their text.

    Raises:
        AssertionError: where the trees differ.
    """
    if isinstance(mine, cst.FormattedString) or (isinstance(mine, cst.ConcatenatedString) and type(mine) is not type(other)):
        yield from pairs(_expressions(mine), _expressions(other))
    elif isinstance(mine, cst.SimpleString) and isinstance(other, cst.SimpleString):
        assert mine.evaluated_value == other.evaluated_value  # within a formatted string its quotes are not known
        yield mine, other
    elif isinstance(mine, cst.CSTNode) and isinstance(other, cst.CSTNode):
        assert type(mine) is type(other)
        yield mine, other
        for name in semantic_fields(type(mine)):
            yield from pairs(getattr(mine, name), getattr(other, name))
    elif isinstance(mine, (list, tuple)) and isinstance(other, (list, tuple)):
        for one, two in zip(mine, other, strict=True):
            yield from pairs(one, two)
    else:
        assert mine == other or (isinstance(mine, cst.MaybeSentinel) and isinstance(other, cst.MaybeSentinel))


def _expressions(node: object) -> list[cst.CSTNode]:
    assert isinstance(node, (cst.FormattedString, cst.ConcatenatedString, cst.SimpleString))
    found = (each for each in walk(node) if isinstance(each, cst.FormattedStringExpression))
    return [each.expression for each in found]
