"""A module's statements at the left margin, told apart by their looks, so that those that bind one name can be run alone.

Most modules that a program imports are asked for one or two names. What else they hold need neither be parsed nor run.
"""

from __future__ import annotations

import keyword
import re
from bisect import bisect_left
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise

from sched_lint.project.clauses import WORD, imports_in
from sched_lint.project.skeleton import Skeleton

MARGIN = re.compile(r"^[^\s#)\]}]", re.MULTILINE)
FIRST_WORD = re.compile(r"(?:async[ \t]+)?(\w+)")
DEFINED = re.compile(r"^(?:async[ \t]+)?(?:def|class)[ \t]+(\w+)", re.MULTILINE)
DECORATOR = re.compile(r"^@[ \t]*(\w+)", re.MULTILINE)
ASSIGNED = re.compile(r"([^=(!<>\n]*?)(?:[-+*/%@&|^]|//|\*\*|<<|>>)?=(?!=)")
CALLED_WITHIN = re.compile(r"^[ \t]+(?:await[ \t]+)?(\w+)(?:\.\w+)*[ \t]*\(", re.MULTILINE)
TYPES_ONLY = re.compile(r"if[ \t]+(?:\w+\.)?TYPE_CHECKING[ \t]*:(?!.*^else\b)", re.MULTILINE | re.DOTALL)
KEYWORDS = frozenset(keyword.kwlist)
CONTINUED = frozenset({"elif", "else", "except", "finally"})
COMPOUND = frozenset({"if", "try", "for", "while", "with", "match"})
IDLE = frozenset({"assert", "pass", "print"})
ACTING = frozenset({"del", "raise", "exec", "global"})
SCRIPT = re.compile(r"if[ \t]+__name__\b")


@dataclass(frozen=True, slots=True)
class Piece:
    """One statement at the left margin, with its decorators.

    Attributes:
        start, end: where its text stands.
        names: what it binds or changes; of a compound statement, every word in it.
        acts: the first words of what it calls for its effect, or is decorated with; `*` where it imports who knows what.
    """

    start: int
    end: int
    names: frozenset[str]
    acts: frozenset[str] = frozenset()


def pieces_of(skeleton: Skeleton) -> tuple[Piece, ...] | None:
    """A module's pieces in their order; None where its statements cannot be told apart, or one unbinds names or ends it."""
    if not skeleton.regular:
        return None
    found: list[Piece] = []
    text = skeleton.text
    bounds = [*_starts(skeleton), len(text)]
    for start, end in pairwise(bounds):
        piece = _piece(text, start, end)
        if piece is None:
            return None
        found.append(piece)
    return tuple(found)


def _starts(skeleton: Skeleton) -> Iterator[int]:
    text, strings = skeleton.text, skeleton.long_strings
    decorated = False
    for match in MARGIN.finditer(text):
        start = match.start()
        at = bisect_left(strings, (start, start)) - 1
        if at >= 0 and strings[at][1] > start:
            continue
        word = FIRST_WORD.match(text, start)
        if word is not None and word.group(1) in CONTINUED:
            continue
        if not decorated:
            yield start
        decorated = match.group() == "@"


def _piece(text: str, start: int, end: int) -> Piece | None:
    first = FIRST_WORD.match(text, start)
    word = first.group(1) if first is not None else ""
    if word in ACTING:
        return None
    source = text[start:end]
    if word in ("import", "from"):
        names = _imported(source)
        return Piece(start, end, names, names & {"*"})
    defined = DEFINED.search(source) if word in ("async", "def", "class") or source[0] == "@" else None
    if defined is not None:
        decorators = frozenset(DECORATOR.findall(source[: defined.start()]))
        return Piece(start, end, decorators | {defined.group(1)}, decorators)
    if word in COMPOUND and not SCRIPT.match(source):
        acts = frozenset() if TYPES_ONLY.match(source) else _imported(source).union(CALLED_WITHIN.findall(source)) - KEYWORDS
        return Piece(start, end, frozenset(WORD.findall(source)), acts)
    if word in COMPOUND or word in IDLE or source[0] in "\"'" or source[len(word) : len(word) + 1] in ("'", '"'):
        return Piece(start, end, frozenset())
    return _simple(source, start, end, word)


def _imported(source: str) -> frozenset[str]:
    """The names that import statements bind, `*` for those that only the imported module knows."""
    bound = (name for each in imports_in(source.encode("utf-8", "surrogatepass")) for _, name in each.names)
    return frozenset(name.partition(".")[0] for name in bound)


def _simple(source: str, start: int, end: int, word: str) -> Piece:
    if not word or ";" in source:  # `(a, b) = ...`, or several statements
        return Piece(start, end, frozenset(WORD.findall(source)), frozenset({word} if word else ()))
    names: set[str] = set()
    position = 0
    while True:
        assigned = ASSIGNED.match(source, position)
        if assigned is None:
            break
        names.update(WORD.findall(assigned.group(1)))
        position = assigned.end()
    return Piece(start, end, frozenset(names)) if names else Piece(start, end, frozenset({word}), frozenset({word}))
