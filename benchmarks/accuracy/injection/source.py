"""One file as the injector reads it: libcst's tree with parents, places and imports. It shares no code with the analysis."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cached_property
from pathlib import Path

import libcst as cst
from libcst.metadata import MetadataWrapper, PositionProvider

Scope = cst.FunctionDef | cst.Module
Loop = cst.For | cst.While
TORCH_STARS = ("torch.optim.lr_scheduler", "torch.optim")


class Source:
    """A parsed file. Lines count from 1."""

    def __init__(self, path: Path, text: str) -> None:
        self.path = path
        self.text = text
        self.lines = text.splitlines(keepends=True)
        self.tree = cst.parse_module(text)
        self.parents: dict[int, cst.CSTNode] = {}
        self.nodes: list[cst.CSTNode] = []
        waiting: list[cst.CSTNode] = [self.tree]
        while waiting:
            node = waiting.pop()
            self.nodes.append(node)
            children = node.children
            for child in children:
                self.parents[id(child)] = node
            waiting.extend(reversed(children))

    @cached_property
    def _places(self) -> dict[int, tuple[int, int, int, int]]:
        ranges = MetadataWrapper(self.tree, unsafe_skip_copy=True).resolve(PositionProvider)
        return {id(node): (r.start.line, r.start.column, r.end.line, r.end.column) for node, r in ranges.items()}

    def place(self, node: cst.CSTNode) -> tuple[int, int, int, int]:
        """First line, first column, last line, end column of a node; columns count from 0."""
        return self._places[id(node)]

    def line(self, node: cst.CSTNode) -> int:
        return self.place(node)[0]

    def margin(self, statement: cst.CSTNode) -> str:
        """The white space before a statement."""
        first, column, _, _ = self.place(statement)
        return self.lines[first - 1][:column]

    def code(self, node: cst.CSTNode) -> str:
        return self.tree.code_for_node(node)

    def ancestors(self, node: cst.CSTNode) -> Iterator[cst.CSTNode]:
        """The nodes around a node, innermost first."""
        parent = self.parents.get(id(node))
        while parent is not None:
            yield parent
            parent = self.parents.get(id(parent))

    def scope(self, node: cst.CSTNode) -> Scope:
        """The function a node runs in, or the module."""
        for parent in self.ancestors(node):
            if isinstance(parent, (cst.FunctionDef, cst.Module)):
                return parent
        return self.tree

    def enclosing_class(self, node: cst.CSTNode) -> cst.ClassDef | None:
        return next((parent for parent in self.ancestors(node) if isinstance(parent, cst.ClassDef)), None)

    def statement(self, node: cst.CSTNode) -> cst.SimpleStatementLine | None:
        """The line a node stands on, if it holds one statement and stands in a block of its own."""
        line = next((p for p in (node, *self.ancestors(node)) if isinstance(p, cst.SimpleStatementLine)), None)
        if line is None or len(line.body) != 1 or not isinstance(self.parents[id(line)], (cst.IndentedBlock, cst.Module)):
            return None
        return line

    def block(self, node: cst.CSTNode) -> list[cst.CSTNode]:
        """The statements among which a statement stands."""
        parent = self.parents[id(node)]
        return list(parent.body) if isinstance(parent, (cst.IndentedBlock, cst.Module)) else []

    def loops(self, node: cst.CSTNode) -> list[Loop]:
        """The loops around a node within its function, innermost first."""
        found: list[Loop] = []
        for parent in self.ancestors(node):
            if isinstance(parent, (cst.FunctionDef, cst.Lambda)):
                break
            if isinstance(parent, (cst.For, cst.While)):
                found.append(parent)
        return found

    def inside(self, node: cst.CSTNode, outer: cst.CSTNode) -> bool:
        return any(parent is outer for parent in self.ancestors(node))

    @cached_property
    def imports(self) -> dict[str, str]:
        """Names bound by imports, and what they stand for."""
        found: dict[str, str] = {}
        for node in self.nodes:
            if isinstance(node, cst.Import):
                for alias in node.names:
                    full = dotted(alias.name) or ""
                    if alias.asname is not None:
                        found[dotted(alias.asname.name) or ""] = full
                    else:
                        found[full.partition(".")[0]] = full.partition(".")[0]
            elif isinstance(node, cst.ImportFrom) and node.module is not None and not node.relative:
                home = dotted(node.module) or ""
                if isinstance(node.names, cst.ImportStar):
                    if home in TORCH_STARS:
                        found["*"] = home
                    continue
                for alias in node.names:
                    name = dotted(alias.name) or ""
                    found[dotted(alias.asname.name) or "" if alias.asname is not None else name] = f"{home}.{name}"
        return found

    def qualified(self, node: cst.BaseExpression) -> str:
        """The dotted name an expression stands for, through imports; "" for anything else."""
        name = dotted(node)
        if name is None:
            return ""
        head, _, rest = name.partition(".")
        if head not in self.imports and "*" in self.imports:
            return f"{self.imports['*']}.{name}"
        home = self.imports.get(head, head)
        return f"{home}.{rest}" if rest else home


def dotted(node: cst.CSTNode | None) -> str | None:
    """`a.b.c` for names and attributes of names, else None."""
    if isinstance(node, cst.Name):
        return node.value
    if isinstance(node, cst.Attribute):
        inner = dotted(node.value)
        return f"{inner}.{node.attr.value}" if inner is not None else None
    return None


def walk(node: cst.CSTNode) -> Iterator[cst.CSTNode]:
    """A node and all below it, in the order of the source."""
    waiting = [node]
    while waiting:
        current = waiting.pop()
        yield current
        waiting.extend(reversed(current.children))


def only_statement(line: cst.CSTNode) -> cst.BaseSmallStatement | None:
    return line.body[0] if isinstance(line, cst.SimpleStatementLine) and len(line.body) == 1 else None


def argument(call: cst.Call, name: str, position: int) -> cst.Arg | None:
    """An argument by keyword or by position; None when it is not there or a splat hides it."""
    for index, arg in enumerate(call.args):
        if arg.star:
            return None
        if arg.keyword is not None and arg.keyword.value == name:
            return arg
        if arg.keyword is None and index == position:
            return arg
    return None
