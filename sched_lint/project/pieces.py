"""A module's statements at the left margin, told apart by their looks, so that those that bind one name can be run alone.

Most modules that a program imports are asked for one or two names. What else they hold need neither be parsed nor run. A
module of which that may not be true is not taken apart: one that binds a name anew after it was used, or in no plain way.
"""

from __future__ import annotations

import keyword
import re
from bisect import bisect_left
from collections.abc import Iterable, Iterator
from itertools import pairwise
from typing import NamedTuple

from sched_lint.project.clauses import Import, imports_in
from sched_lint.project.skeleton import Skeleton

NAME = re.compile(r"[^\W\d]\w*")
MARGIN = re.compile(r"\n([^\s#)\]}])")
FIRST_WORD = re.compile(r"(?:async[ \t]+)?(\w+)")
DEFINED = re.compile(r"^(?:async[ \t]+)?(def|class)[ \t]+(\w+)", re.MULTILINE)
HEADER = re.compile(r":[ \t]*(?:#[^\n]*)?(?:\n|\Z)")
DECORATOR = re.compile(r"^@[ \t]*(\w+)", re.MULTILINE)
TARGET = re.compile(r"([^=(!<>\n]*?)(?:[-+*/%@&|^]|//|\*\*|<<|>>)?=(?!=)")
PLAIN_TARGET = re.compile(r"[^.\[:]*(?::.*)?")
ALIAS = re.compile(r"(\w+)[ \t]*=[ \t]*(\w+)(?:\.\w+|\[[^\]\n]*\])*[ \t]*(?:#[^\n]*)?(?:\n[ \t]*(?:#[^\n]*)?)*")
CALLED = re.compile(r"=[ \t]*(\w+)(?:\.(\w+))*[ \t]*\(")
CHANGING = re.compile(
    r"_*(?:regist|add|put|set|append|update|insert|install|patch|push|record|extend|inject|bind|hook)", re.IGNORECASE
)
"""Names of functions that change something besides what they give."""
# Lines within a compound statement; to search for the newline before one is many times as fast as for `^`.
CALLED_WITHIN = re.compile(r"\n[ \t]+(?:await[ \t]+)?(\w+)(?:\.\w+)*[ \t]*\(")
ASSIGNED_WITHIN = re.compile(r"\n[ \t]+([^=(!<>\n]*?)(?:[-+*/%@&|^]|//|\*\*|<<|>>)?=(?!=)")
DEFINED_WITHIN = re.compile(r"\n[ \t]+(?:async[ \t]+)?(?:def|class)[ \t]+(\w+)")
RUNS_OVER = re.compile(r"\n[ \t]*(?:async[ \t]+)?for[ \t]+([^\n]*?)[ \t]in\b")
NAMED_AS = re.compile(r"as(?<=[ \t]as)[ \t]+(\w+)")
NAMESPACE = re.compile(
    r"\b(?:globals|vars|locals)\(\)(?:\[[^\]\n]*\][ \t]*=(?!=)|\.(?:update|setdefault))"
    r"|=[ \t]*(?:globals|vars|locals)\(\)|\b(?:exec|eval)\("
)
NAMESPACES = ("globals", "vars", "locals", "exec", "eval")
SCRIPT = re.compile(r"if[ \t]+__name__[ \t]*==[^\n]*:(?!.*^(?:else|elif)\b)", re.MULTILINE | re.DOTALL)
TYPES_ONLY = re.compile(r"if[ \t]+(?:\w+\.)?TYPE_CHECKING[ \t]*:(?!.*^else\b)", re.MULTILINE | re.DOTALL)
KEYWORDS = frozenset(keyword.kwlist)
CONTINUED = frozenset({"elif", "else", "except", "finally"})
COMPOUND = frozenset({"if", "try", "for", "while", "with", "match", "async"})
IDLE = frozenset({"assert", "pass", "print"})
ACTING = frozenset({"del", "raise", "exec", "global"})
NOTHING: frozenset[str] = frozenset()
STAR = "*"


class Piece(NamedTuple):
    """One statement at the left margin, with its decorators.

    Attributes:
        start, end: where its text stands.
        names: whoever asks for one of these needs the statement: what it binds or changes; of a compound one, every word in it.
        acts: the first words of what it calls or changes, or is decorated with; `*` where it imports who knows what.
        binds: of the names, those that it may bind or change, other than by an import.
        imports: those that it imports.
        uses: the part of its text that is looked at when it runs.
        clause: the import statement that it is and nothing else, where it is a plain one.
    """

    start: int
    end: int
    names: frozenset[str] = NOTHING
    acts: frozenset[str] = NOTHING
    binds: frozenset[str] = NOTHING
    imports: frozenset[str] = NOTHING
    uses: str = ""
    clause: Import | None = None


def pieces_of(skeleton: Skeleton) -> tuple[Piece, ...] | None:
    """A module's pieces in their order; None where it is to be run as a whole."""
    if not skeleton.regular:
        return None
    starts = _starts(skeleton)
    if starts is None:
        return None
    found: list[Piece] = []
    imported: set[str] = set()
    for start, end in pairwise([*starts, len(skeleton.text)]):
        piece = _piece(skeleton.text[start:end], start, end, imported)
        if piece is None or (STAR in piece.acts and any(map(_binds_something, found))):
            return None  # a star may bind anew what stands before it
        found.append(piece)
    bound = {name for piece in found for name in piece.binds}  # to import a name twice gives the same twice
    return None if _binds_after_use(found, bound) else tuple(_with_aliases(found, bound))


def _starts(skeleton: Skeleton) -> list[int] | None:
    text, strings = skeleton.text, skeleton.long_strings
    starts: list[int] = []
    decorated = False
    for match in MARGIN.finditer("\n" + text):
        start = match.start()  # of the newline there, of the line here
        at = bisect_left(strings, (start, start)) - 1
        if at >= 0 and strings[at][1] > start:
            continue
        if decorated and match.group(1) != "@" and DEFINED.match(text, start) is None:
            return None  # what stands in its brackets, at the margin
        word = FIRST_WORD.match(text, start)
        if word is not None and word.group(1) in CONTINUED:
            continue
        if not decorated:
            starts.append(start)
        decorated = match.group(1) == "@"
    return starts


def _piece(source: str, start: int, end: int, imported: set[str]) -> Piece | None:
    first = FIRST_WORD.match(source)
    word = first.group(1) if first is not None else ""
    if word in ACTING:
        return None
    if word in ("import", "from") and ";" not in source:
        clauses = _clauses(source)
        names = _names_bound(clauses)
        imported |= names
        clause = clauses[0] if len(clauses) == 1 and clauses[0].is_plain else None
        return Piece(start, end, names, names & {STAR}, imports=names, clause=clause)
    defined = DEFINED.search(source) if word in ("def", "class") or source[0] == "@" or source.startswith("async") else None
    if defined is not None:
        return _definition(source, start, end, defined)
    if any(map(source.__contains__, NAMESPACES)) and NAMESPACE.search(source) is not None:
        return None
    if (word in COMPOUND or source.startswith("async")) and not SCRIPT.match(source):
        return _compound(source, start, end)
    if word in COMPOUND or word in IDLE or source[0] in "\"'" or source[len(word) : len(word) + 1] in ("'", '"'):
        return Piece(start, end)
    return _simple(source, start, end, word, imported)


def _binds_something(piece: Piece) -> bool:
    return piece.uses != "" and any(not name.startswith("__") for name in piece.binds)


def _clauses(source: str) -> list[Import]:
    return list(imports_in(source.encode("utf-8", "surrogatepass")))


def _names_bound(clauses: Iterable[Import]) -> frozenset[str]:
    """The names that import statements bind, `*` for those that only the imported module knows."""
    return frozenset(name.partition(".")[0] for each in clauses for _, name in each.names)


def _imported(source: str) -> frozenset[str]:
    return _names_bound(_clauses(source)) if "import" in source else NOTHING


def _definition(source: str, start: int, end: int, defined: re.Match[str]) -> Piece:
    decorators = frozenset(DECORATOR.findall(source[: defined.start()]))
    header = HEADER.search(source, defined.end()) if defined.group(1) == "def" else None
    name = frozenset({defined.group(2)})
    uses = source[: header.end()] if header is not None else source
    return Piece(start, end, decorators | name, decorators, name, uses=uses)


def _compound(source: str, start: int, end: int) -> Piece:
    imported = _imported(source)
    targets = [*ASSIGNED_WITHIN.findall(source), *DEFINED_WITHIN.findall(source)]
    targets += [*RUNS_OVER.findall("\n" + source), *NAMED_AS.findall(source)]
    called = NOTHING if TYPES_ONLY.match(source) else imported.union(CALLED_WITHIN.findall(source)) - KEYWORDS
    binds = frozenset(word for target in targets for word in NAME.findall(target))
    return Piece(start, end, frozenset(NAME.findall(source)), called, binds, imported, source)


def _simple(source: str, start: int, end: int, word: str, imported: set[str]) -> Piece:
    targets: list[str] = []
    position = 0
    while True:
        target = TARGET.match(source, position)
        if target is None:
            break
        targets.append(target.group(1))
        position = target.end()
    if not word or ";" in source or ":=" in source or (not targets and "," in source.partition("(")[0]):
        # Several statements, a tuple of targets in brackets: not worth telling apart.
        words = frozenset(NAME.findall(source))
        return Piece(start, end, words, (frozenset({word}) | _imported(source)) - {""}, words, uses=source)
    if not targets:  # a call for its effect
        name = frozenset({word})
        return Piece(start, end, name, name, name - imported, uses=source)
    names = frozenset(name for target in targets for name in NAME.findall(target))
    plain = all(PLAIN_TARGET.fullmatch(target) for target in targets)
    acts = set() if plain else {word}
    called = CALLED.search(source)
    if called is not None and any(CHANGING.match(part) for part in called.groups() if part):
        acts.add(called.group(1))
    return Piece(start, end, names, frozenset(acts), names if plain else names - imported, uses=source)


def _binds_after_use(pieces: list[Piece], bound: set[str]) -> bool:
    """Is a name bound or changed after something looked at it? Whoever runs all that binds it would see too much, then."""
    places: dict[str, list[int]] = {}
    for place, piece in enumerate(pieces):
        for name in bound & (piece.binds | piece.imports):
            places.setdefault(name, []).append(place)
    for name, own in places.items():
        if own[-1] - own[0] >= len(own):
            between = (pieces[place] for place in range(own[0] + 1, own[-1]) if place not in own)
            if any(name in piece.uses and re.search(rf"\b{name}\b", piece.uses) for piece in between):
                return True
    return False


def _with_aliases(pieces: list[Piece], bound: set[str]) -> Iterator[Piece]:
    """The pieces; what changes a part of something by another name is needed by whoever asks for that."""
    found = (match.groups() for piece in pieces if (match := ALIAS.fullmatch(piece.uses)) is not None)
    aliases = {alias: name for alias, name in found if name in bound}
    for piece in pieces:
        names = set(piece.names)
        for name in piece.names & aliases.keys():
            while name in aliases and aliases[name] not in names:
                name = aliases[name]
                names.add(name)
        yield piece._replace(names=frozenset(names)) if len(names) > len(piece.names) else piece
