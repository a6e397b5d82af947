"""What the project asks of libcst: to parse a text, to say what is defined in it, and where things stand."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import fields
from pathlib import Path
from typing import Any

import libcst as cst

from sched_lint.project.building import build, build_located, is_built
from sched_lint.project.building_expressions import Place, UnfitError
from sched_lint.project.modules import ParseError
from sched_lint.sources.nesting import is_deep
from sched_lint.timeline import Span


def parse(text: str, path: Path) -> cst.Module:
    """The tree of a text, without its whitespace where `building` takes it.

    Raises:
        ParseError: where libcst cannot parse it either; `path` is for its message.
    """
    try:
        return build(text)
    except UnfitError:
        return _parse(text, path)


def _parse(text: str, path: Path) -> cst.Module:
    if is_deep(text):
        raise ParseError(path, "nested too deeply to be parsed")
    try:
        return cst.parse_module(text)
    except cst.ParserSyntaxError as error:
        raise ParseError(path, "not valid Python", error.raw_line, error.raw_column + 1, True) from error
    except RecursionError as error:
        raise ParseError(path, "nested too deeply to be parsed") from error
    except Exception as error:  # libcst's tokenizer and its own checks raise many kinds
        raise ParseError(path, f"cannot be parsed: {error}") from error


def functions(tree: cst.Module) -> Iterator[cst.FunctionDef]:
    """As `definitions`, without the classes."""
    return (each for each in definitions(tree) if isinstance(each, cst.FunctionDef))


def definitions(node: cst.CSTNode) -> Iterator[cst.FunctionDef | cst.ClassDef]:
    """Functions and classes in the order of their lines, without those inside functions."""
    for block in _blocks(node):
        for statement in block.body:
            kind = type(statement)
            if kind is cst.FunctionDef or kind is cst.ClassDef:
                yield statement  # type: ignore[misc]
            if kind is not cst.SimpleStatementLine and kind is not cst.FunctionDef:
                yield from definitions(statement)


def _blocks(node: cst.CSTNode) -> Iterator[cst.IndentedBlock | cst.Module]:
    if isinstance(node, (cst.Module, cst.IndentedBlock)):
        yield node
        return
    parts: list[cst.CSTNode | None] = [getattr(node, "body", None)]
    if isinstance(node, (cst.Try, cst.TryStar)):
        parts.extend(handler.body for handler in node.handlers)
    if isinstance(node, cst.Match):
        parts = [case.body for case in node.cases]
    orelse = getattr(node, "orelse", None)
    for part in parts:
        if isinstance(part, cst.IndentedBlock):
            yield part
    if isinstance(orelse, cst.If):
        yield from _blocks(orelse)
    elif orelse is not None and isinstance(orelse.body, cst.IndentedBlock):
        yield orelse.body
    final = getattr(node, "finalbody", None)
    if final is not None and isinstance(final.body, cst.IndentedBlock):
        yield final.body


def walk(node: cst.CSTNode, into: Callable[[cst.CSTNode], bool] | None = None) -> Iterator[cst.CSTNode]:
    """The nodes below one, and itself, without whitespace; `into` says whose insides are looked at (all, by default).

    libcst's visitors do the same some ten times slower.
    """
    stack: list[Any] = [node]
    while stack:
        current = stack.pop()
        kind = type(current)
        names = _FIELDS.get(kind)
        if names is None:
            names = _FIELDS[kind] = semantic_fields(kind)
        if names is not _NO_NODE:
            yield current
            if into is None or current is node or into(current):
                stack.extend(getattr(current, name) for name in names)
        elif kind is list or kind is tuple:
            stack.extend(reversed(current))


_NO_NODE: tuple[str, ...] = ("",)
_FIELDS: dict[type, tuple[str, ...]] = {}
_LAYOUT = (
    "whitespace", "leading_", "trailing_", "header", "footer", "lpar", "rpar", "lbracket", "rbracket", "lbrace", "rbrace",
    "comma", "dot", "semicolon", "equal", "colon", "first_colon", "second_colon", "indent", "newline", "posonly_ind",
    "lines_after_", "start", "end", "encoding", "default_indent", "default_newline", "has_trailing_",
)  # fmt: skip
"""How the names of attributes begin that only say how the source is laid out."""


def semantic_fields(kind: type) -> tuple[str, ...]:
    """The attributes of a kind of nodes that say more than how the source is laid out, the last one first."""
    if not issubclass(kind, cst.CSTNode):
        return _NO_NODE
    return tuple(field.name for field in reversed(fields(kind)) if not field.name.startswith(_LAYOUT))


def positions(tree: cst.Module, text: str, lines: tuple[int, ...] | None) -> dict[int, Span]:
    """Where the nodes of a text's tree stand; `lines` gives for each line of the text the file's, where they differ.

    Raises:
        RecursionError: where it is asked from too deep within calls.
    """

    def line(number: int) -> int:
        return number if lines is None else lines[min(number, len(lines)) - 1] if lines else 1

    return {
        identity: Span(line(first), column + 1, line(last), end_column + 1)
        for identity, (first, column, last, end_column) in (_built(tree, text) if is_built(tree) else _parsed(tree))
    }


def _parsed(tree: cst.Module) -> Iterator[tuple[int, Place]]:
    from libcst.metadata import MetadataWrapper, PositionProvider

    ranges = MetadataWrapper(tree, unsafe_skip_copy=True).resolve(PositionProvider)
    for node, span in ranges.items():
        yield id(node), (span.start.line, span.start.column, span.end.line, span.end.column)


def _built(tree: cst.Module, text: str) -> Iterator[tuple[int, Place]]:
    """The same text gives the same tree again, this time with the places of its nodes."""
    try:
        again, places = build_located(text)
    except UnfitError as error:
        raise RecursionError from error
    rows = None if text.isascii() else [row.encode() for row in text.split("\n")]
    for node, twin in zip(walk(tree), walk(again), strict=True):
        place = places.get(id(twin))
        if place is None:
            continue
        first, column, last, end_column = place
        if rows is not None:
            column, end_column = len(rows[first - 1][:column].decode()), len(rows[last - 1][:end_column].decode())
        yield id(node), (first, column, last, end_column)
