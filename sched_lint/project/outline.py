"""What a module says at its outermost level, found without parsing it, and looked at no more closely than somebody asks."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator

from sched_lint.project.clauses import WORD
from sched_lint.project.skeleton import TOKEN, Skeleton

NOT_PASSED_ON = re.compile(
    r"^[ \t]*from[ \t]+[.\w]+[ \t]+import[ \t]+(?:\([^)\n]*(?:\n(?![ \t]*from\b)[^)\n]*)*\)|[^\n]*)|^[ \t]*import[ \t][^\n]*|"
    r"^__all__\b[^\[(\n]*(?:\\\n[^\[(\n]*)?[\[(][^\])\n]*(?:\n(?!__all__)[^\])\n]*)*[\])]",
    re.MULTILINE,
)
STATEMENT = re.compile(r"^[^\s@][^\n]*(?:\n(?=[ \t)\]}\n])[^\n]*)*", re.MULTILINE)
ASSIGNED = re.compile(r"^[ \t]*(\w+)[ \t]*(?::[^=\n]+)?=", re.MULTILINE)
PLAIN_CALL = re.compile(r"(?!\w*(?:regist|add_|set_))\w+\(", re.IGNORECASE)
"""A call of a function that, by its name, keeps nothing of what it is given."""
AS_SCRIPT = "__main__"
REGISTRY = re.compile(r"^[ \t]*@(\w+)(?=[^\n]*regist)(?:[.(]|[ \t]*$)", re.MULTILINE | re.IGNORECASE)
LONGEST_WORDS = 60
"""Characters of a string literal beyond which it is prose."""


class Part:
    """A function, class or statement.

    Attributes:
        names: those that it defines or assigns, else the object it begins with; `AS_SCRIPT` of the part for scripts and of
            calls that leave nothing behind. What a definition registers itself with (`@SCHEDULERS.register`) is one of them.
        raw: its source; of a statement, without any text in quotes.
    """

    __slots__ = ("_is_definition", "_text", "names", "raw")

    def __init__(self, names: frozenset[str], raw: str, is_definition: bool) -> None:
        self.names = names
        self.raw = raw
        self._is_definition = is_definition
        self._text: str | None = None

    @property
    def text(self) -> str:
        """Its source without prose."""
        if self._text is None:
            self._text = _without(_is_prose, self.raw) if self._is_definition else self.raw
        return self._text


def outline_of(skeleton: Skeleton) -> Iterator[Part]:
    """The parts of a module: its functions and classes, then its other statements; imports and `__all__` are left out."""
    pieces: list[str] = []
    position = 0
    for definition in skeleton.outermost:
        before = skeleton.text[position : definition.start]
        yield Part(frozenset({definition.name, *REGISTRY.findall(before)}), skeleton.text_of(definition), True)
        pieces.append(before)
        position = definition.end
    pieces.append(skeleton.text[position:])
    rest = NOT_PASSED_ON.sub("", _without(bool, "".join(pieces)))
    for statement in STATEMENT.findall(rest):
        assigned = ASSIGNED.findall(statement) or WORD.findall(statement)[:1]
        if assigned:
            acts = statement.startswith("if __name__") or PLAIN_CALL.match(statement)
            yield Part(frozenset((AS_SCRIPT,) if acts else assigned), statement, False)


def _without(unwanted: Callable[[str], object], text: str) -> str:
    """The text without some of its string literals and comments."""
    return TOKEN.sub(lambda match: '""' if unwanted(match.group()) else match.group(), text)


def _is_prose(token: str) -> bool:
    return token[0] == "#" or len(token) > LONGEST_WORDS or "\n" in token
