"""The import statements of a file, found by their looks: no file is parsed for them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property

IMPORT = re.compile(
    rb"^([ \t]*)(?:from[ \t]+([.\w]+)[ \t]+import[ \t]+(\([^)\n]*(?:\n(?![ \t]*from\b)[^)\n]*)*\)|[^\n#]*)"
    rb"|import[ \t]+([^\n#;]+))",
    re.MULTILINE,
)
BYTE_WORD = re.compile(rb"\w+")
WORD = re.compile(r"\w+")
DOTTED = re.compile(r"\w[\w.]*")
COMMENT = re.compile(r"#[^\n]*")


@dataclass(frozen=True)
class Import:
    """One import statement.

    Attributes:
        home: the module that names come from, as it is spelled (`..engine.loop`); "" of a plain `import`.
        spelled: the names, as they are spelled.
        words: every word of the statement.
        outermost: it stands at the left margin.
    """

    home: str
    spelled: str
    words: frozenset[bytes]
    outermost: bool

    @cached_property
    def names(self) -> tuple[tuple[str, str], ...]:
        """What is imported, and the name it is bound to: `("a.b", "a.b")` for `import a.b`, `("*", "*")` for a star."""
        found: list[tuple[str, str]] = []
        for clause in COMMENT.sub("", self.spelled).strip("()").split(","):
            words = ["*"] if clause.strip() == "*" else (WORD if self.home else DOTTED).findall(clause)
            if words:
                found.append((words[0], words[-1]))
        return tuple(found)

    @property
    def takes_all(self) -> bool:
        """Is it a star import?"""
        return ("*", "*") in self.names


def imports_in(data: bytes) -> Iterator[Import]:
    """The import statements of a file, in the order of their lines."""
    for match in IMPORT.finditer(data):
        margin, home, names, plain = (part.decode("utf-8", "replace") if part is not None else "" for part in match.groups())
        yield Import(home, names if home else plain, frozenset(BYTE_WORD.findall(match.group())), not margin)
