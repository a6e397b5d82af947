"""Edits of a file, line by line, that remember where every line went."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field

import libcst as cst
from injection.source import Source


@dataclass(slots=True)
class Edit:
    """Changes to one file.

    Attributes:
        source: the file.
        removed: lines that go.
        inserted: lines that come, after (line number) each.
        replaced: lines that are changed in their place.
    """

    source: Source
    removed: set[int] = field(default_factory=set)
    inserted: dict[int, list[str]] = field(default_factory=dict)
    replaced: dict[int, str] = field(default_factory=dict)

    def remove(self, statement: cst.CSTNode) -> None:
        """Take a statement out; `pass` takes its place where it was alone in its block."""
        first, _, last, _ = self.source.place(statement)
        self.removed.update(range(first, last + 1))
        siblings = [other for other in self.source.block(statement) if self.source.line(other) not in self.removed]
        if not siblings:
            self.insert(last, self.source.margin(statement) + "pass\n")

    def insert(self, after: int, text: str) -> None:
        self.inserted.setdefault(after, []).extend(text.splitlines(keepends=True))

    def insert_before(self, statement: cst.CSTNode, text: str) -> None:
        """Put code before a statement, as deep as it."""
        first = self.source.line(statement)
        if isinstance(statement, (cst.FunctionDef, cst.ClassDef)) and statement.decorators:
            first = min(first, self.source.line(statement.decorators[0]))
        self.insert(first - 1, indent(text, self.source.margin(statement)))

    def insert_after(self, statement: cst.CSTNode, text: str) -> None:
        last = self.source.place(statement)[2]
        if isinstance(statement, (cst.For, cst.While, cst.If, cst.With, cst.Try)):
            last = self.last_line(statement)
        self.insert(last, indent(text, self.source.margin(statement)))

    def last_line(self, statement: cst.CSTNode) -> int:
        """The last line of a compound statement, without the comments that libcst counts to it."""
        last = self.source.place(statement)[2]
        while last > 1 and not self.source.lines[last - 1].strip():
            last -= 1
        return last

    def replace(self, node: cst.CSTNode, text: str) -> bool:
        """Put other code in the place of a node that stands on one line."""
        first, start, last, end = self.source.place(node)
        if first != last or first in self.replaced:
            return False
        line = self.source.lines[first - 1]
        self.replaced[first] = line[:start] + text + line[end:]
        return True

    def add(self, node: cst.CSTNode, text: str) -> bool:
        """Put code right behind a node."""
        _, _, last, end = self.source.place(node)
        if last in self.replaced or last in self.removed:
            return False
        line = self.source.lines[last - 1]
        self.replaced[last] = line[:end] + text + line[end:]
        return True

    def result(self) -> tuple[str, dict[int, int], set[int]]:
        """The new text, the new line of every old one that is left, and the lines that are new."""
        out: list[str] = []
        where: dict[int, int] = {}
        new: set[int] = set()
        for number in range(len(self.source.lines) + 1):
            if number and number not in self.removed:
                out.append(self.replaced.get(number, self.source.lines[number - 1]))
                where[number] = len(out)
                if number in self.replaced:
                    new.add(len(out))
            for line in self.inserted.get(number, ()):
                if out and not out[-1].endswith("\n"):
                    out[-1] += "\n"
                out.append(line if line.endswith("\n") else line + "\n")
                new.add(len(out))
        return "".join(out), where, new


def indent(text: str, margin: str) -> str:
    return "".join(margin + line if line.strip() else line for line in text.splitlines(keepends=True))


def dedented(source: Source, statement: cst.CSTNode) -> str | None:
    """The code of a statement, at the left margin; None where moving it could change a string."""
    first, _, last, _ = source.place(statement)
    lines = source.lines[first - 1 : last]
    margin = source.margin(statement)
    if any('"""' in line or "'''" in line or line.endswith("\\\n") for line in lines):
        return None
    if any(line.strip() and not line.startswith(margin) for line in lines):
        return None
    return "".join(line[len(margin) :] for line in lines if line.strip())


def lines_of(source: Source, nodes: Iterable[cst.CSTNode]) -> set[int]:
    """All lines on which the nodes stand."""
    found: set[int] = set()
    for node in nodes:
        first, _, last, _ = source.place(node)
        found.update(range(first, last + 1))
    return found
