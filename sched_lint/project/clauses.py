"""The import statements of a file, found by their looks: no file is parsed for them."""

from __future__ import annotations

import re
from collections.abc import Iterator

IMPORT = re.compile(
    rb"^([ \t]*)(?:from[ \t]+([.\w]+)[ \t]+import[ \t]+"
    rb"(\([^)#\n]*(?:#[^\n]*)?(?:\n(?![ \t]*from\b)[^)#\n]*(?:#[^\n]*)?)*\)|[^\n#\\]*(?:\\(?:\r?\n)?[^\n#\\]*)*)"
    rb"|import[ \t]+([^\n#;\\]+(?:\\(?:\r?\n)?[^\n#;\\]*)*))",
    re.MULTILINE,
)
BYTE_WORD = re.compile(rb"\w+")
WORD = re.compile(r"\w+")
DOTTED = re.compile(r"\w[\w.]*")
COMMENT = re.compile(r"#[^\n]*")
BINDING = re.compile(r"\s*(?:\w[\w.]*(?:[ \t]+as[ \t]+\w+)?|\*)?\s*")


def is_of_word(character: str) -> bool:
    """Is it one of those that words are made of, as `\\w` has them? Of none, it is not."""
    return character.isalnum() or character == "_"


class Import:
    """One import statement."""

    __slots__ = ("_clause", "_match", "_names", "_words")

    def __init__(self, match: re.Match[bytes]) -> None:
        self._words: frozenset[bytes] | None = None
        self._match = match
        self._clause: tuple[str, str] | None = None
        self._names: tuple[tuple[str, str], ...] | None = None

    @property
    def words(self) -> frozenset[bytes]:
        """Every word of the statement."""
        if self._words is None:
            self._words = frozenset(BYTE_WORD.findall(self._match.group()))
        return self._words

    @property
    def outermost(self) -> bool:
        """Does it stand at the left margin?"""
        return not self._match.group(1)

    @property
    def home(self) -> str:
        """The module that names come from, as it is spelled (`..engine.loop`); "" of a plain `import`."""
        return self._parts()[0]

    @property
    def spelled(self) -> str:
        """The names, as they are spelled."""
        return self._parts()[1]

    def _parts(self) -> tuple[str, str]:
        if self._clause is None:
            _, home, names, plain = self._match.groups(b"")
            self._clause = home.decode("utf-8", "replace"), (names if home else plain).decode("utf-8", "replace")
        return self._clause

    @property
    def names(self) -> tuple[tuple[str, str], ...]:
        """What is imported, and the name it is bound to: `("a.b", "a.b")` for `import a.b`, `("*", "*")` for a star."""
        if self._names is None:
            self._names = tuple(self._bindings())
        return self._names

    @property
    def is_plain(self) -> bool:
        """Is it surely read as Python reads it?"""
        return all(BINDING.fullmatch(clause) for clause in self._clauses())

    def _clauses(self) -> list[str]:
        spelled = self.spelled
        return (COMMENT.sub("", spelled) if "#" in spelled else spelled).strip("()").split(",")

    def _bindings(self) -> Iterator[tuple[str, str]]:
        home = self.home
        for clause in self._clauses():
            words = ["*"] if clause.strip() == "*" else (WORD if home else DOTTED).findall(clause)
            if words:
                yield words[0], words[-1]

    @property
    def takes_all(self) -> bool:
        """Is it a star import?"""
        return ("*", "*") in self.names


def imports_in(data: bytes) -> Iterator[Import]:
    """The import statements of a file, in the order of their lines."""
    return map(Import, _matches(data))


def imported_words(data: bytes) -> frozenset[bytes]:
    """Every word of the import statements of a file: most say that it imports nothing of interest."""
    return frozenset(b" ".join([match.group() for match in _matches(data)]).translate(_ONLY_WORDS).split())


_ONLY_WORDS = bytes(byte if BYTE_WORD.match(bytes([byte])) else ord(" ") for byte in range(256))
"""Leaves the bytes of words as they are; a split at the spaces is quicker than a search for words."""


def _matches(data: bytes) -> Iterator[re.Match[bytes]]:
    """What `IMPORT.finditer` gives, a few times as fast: a match begins on a line with the word, and most lines have none."""
    end = 0
    position = data.find(b"import")
    while position >= 0:
        start = data.rfind(b"\n", 0, position) + 1
        match = IMPORT.match(data, start) if start >= end else None
        if match is None:
            position += len(b"import")
        else:
            yield match
            position = end = match.end()
        position = data.find(b"import", position)
