"""What the project asks of libcst: to parse a text, to say what is defined in it, and where things stand."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import libcst as cst
from libcst.metadata import MetadataWrapper, PositionProvider

from sched_lint.project.modules import ParseError
from sched_lint.timeline import Span


def parse(text: str, path: Path) -> cst.Module:
    """The tree of a text.

    Raises:
        ParseError: where libcst cannot parse it; `path` is for its message.
    """
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
            if isinstance(statement, (cst.FunctionDef, cst.ClassDef)):
                yield statement
            if not isinstance(statement, (cst.SimpleStatementLine, cst.FunctionDef)):
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


def positions(tree: cst.Module, lines: tuple[int, ...] | None) -> dict[int, Span]:
    """Where the nodes stand; `lines` gives for each line of the tree the file's, where they differ."""
    ranges = MetadataWrapper(tree, unsafe_skip_copy=True).resolve(PositionProvider)

    def line(number: int) -> int:
        return number if lines is None else lines[min(number, len(lines)) - 1] if lines else 1

    return {
        id(node): Span(line(span.start.line), span.start.column + 1, line(span.end.line), span.end.column + 1)
        for node, span in ranges.items()
    }
