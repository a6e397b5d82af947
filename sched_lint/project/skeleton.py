"""A module without the insides of its functions, which are parsed when they are first entered.

Most functions of a project are never entered by an analysis, and parsing is what costs. A skeleton is the module's text
with each function's body replaced by `...`; comments on lines of their own and blank lines are left out of it as well.
Cutting is done by indentation. Where that goes wrong (a line inside brackets that stands further left), what is left
does not parse, and the whole module is parsed instead.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator
from functools import cache
from itertools import islice, takewhile
from typing import NamedTuple

# A string without its end is a token all the same: otherwise each of its quotes would be searched for an end again.
TRIPLE = r'"""[^"\\]*(?:(?:\\.|"(?!""))[^"\\]*)*(?:"""|\\?\Z)|' + r"'''[^'\\]*(?:(?:\\.|'(?!''))[^'\\]*)*(?:'''|\\?\Z)"
PLAIN = r'"[^"\\\n]*(?:\\.[^"\\\n]*)*"?|' + r"'[^'\\\n]*(?:\\.[^'\\\n]*)*'?"
TOKEN = re.compile(rf"{TRIPLE}|{PLAIN}|#[^\n]*", re.DOTALL)
HEADER = re.compile(rf"{TRIPLE}|{PLAIN}|#[^\n]*|\\\n|[()\[\]{{}}:\n]", re.DOTALL)
# Two patterns that begin with a word are found several times as fast as one that begins with a line's indentation.
FUNCTION = re.compile(r"def[ \t]+(\w+)")
CLASS = re.compile(r"class[ \t]+(\w+)")
BEFORE = re.compile(r"([ \t]*)(?:async[ \t]+)?")
EMPTY = re.compile(r"[ \t\f]*(?:#[^\n]*)?\r?\n?")
UNCLOSED = -2
MOST_UNCLOSED = 20
"""Headers whose brackets stay open to the end: after as many, the file is broken beyond use."""
SMALLEST = 160
"""Characters of a body below which it is left in place."""


class Definition(NamedTuple):
    """A function or class of a module, not one inside a function.

    Attributes:
        start, end: where its text begins (at its indentation) and ends, in characters.
        line: the line it begins on, from 1.
        body: where its cut body begins; -1 for a class, or a function whose body was left in place.
        indented: it does not stand at the left margin.
    """

    name: str
    start: int
    end: int
    line: int
    body: int
    indented: bool


class Excerpt(NamedTuple):
    """Some of a module's lines.

    Attributes:
        text: what is to be parsed.
        lines: for each of its lines, from 0, the module's line it is, from 1.
    """

    text: str
    lines: tuple[int, ...]


class Skeleton:
    """What a module's text says without being parsed: where its definitions stand.

    Args:
        text: the module's source.

    Attributes:
        long_strings: where its strings over several lines begin and end.
        definitions: its functions and classes, without those inside functions.
    """

    def __init__(self, text: str) -> None:
        self.text = text
        self.long_strings = [match.span() for match in TOKEN.finditer(text) if "\n" in match.group()]
        self.definitions = tuple(self._find())
        self._starts = [definition.start for definition in self.definitions]

    @property
    def outermost(self) -> Iterator[Definition]:
        """The definitions that are not inside a class either."""
        position = 0
        for definition in self.definitions:
            if definition.start >= position:
                position = definition.end
                yield definition

    @property
    def regular(self) -> bool:
        """Whether the lines and their indentation can be told apart simply."""
        text = self.text
        return text.count("\r") == text.count("\r\n") and not ("\n  " in text and self._has_tabs())

    def _has_tabs(self) -> bool:
        """Is a line indented by a tab, outside of strings?"""
        position = self.text.find("\n\t")
        while position >= 0:
            at = bisect_left(self.long_strings, (position, position)) - 1
            if at < 0 or self.long_strings[at][1] <= position:
                return True
            position = self.text.find("\n\t", self.long_strings[at][1])
        return False

    def part(self, spans: Iterable[tuple[int, int]]) -> Excerpt:
        """Some of the module's statements, which begin and end at the spans' ends, with the bodies cut out."""
        pieces: list[tuple[int, int]] = []
        for position, end in spans:
            for definition in self.within(position, end):
                if definition.body >= 0:
                    pieces.append((position, definition.body))
                    position = definition.end
            pieces.append((position, end))
        return self._excerpt(pieces, " ...\n")

    def within(self, start: int, end: int) -> Iterator[Definition]:
        """The definitions that begin in a stretch of the text."""
        first = bisect_left(self._starts, start)
        return takewhile(lambda definition: definition.start < end, islice(self.definitions, first, None))

    def function(self, definition: Definition) -> Excerpt:
        """One function, whole, as the only statement of a module or of an `if` that makes up for its indentation."""
        found = self._excerpt([(definition.start, definition.end)], "")
        return Excerpt("if 1:\n" + found.text, (0, *found.lines)) if definition.indented else found

    def text_of(self, definition: Definition) -> str:
        return self.text[definition.start : definition.end]

    # -- how -----------------------------------------------------------------------------------------------------

    def _find(self) -> Iterator[Definition]:
        text = self.text
        inside = 0  # up to where a function reaches that was found before: what it holds is its own
        unclosed = 0
        line, counted = 1, 0
        strings = iter((*self.long_strings, (len(text) + 1, len(text) + 1)))
        string = next(strings)
        for match in sorted((*FUNCTION.finditer(text), *CLASS.finditer(text)), key=lambda match: match.start()):
            start = text.rfind("\n", 0, match.start()) + 1
            before = BEFORE.fullmatch(text, start, match.start())
            while string[1] <= start:
                string = next(strings)
            if before is None or start < inside or string[0] < start:
                continue
            colon = self._colon(match.end())
            if colon < 0:
                unclosed += colon == UNCLOSED
                if unclosed > MOST_UNCLOSED:
                    return
                continue
            inside = colon
            indent = len(before.group(1))
            end = self._end(colon, indent)
            line_end = text.find("\n", colon)
            line_end = len(text) if line_end < 0 else line_end
            is_function = match.re is FUNCTION
            block = EMPTY.fullmatch(text, colon + 1, line_end) is not None
            cut = is_function and block and end - colon > SMALLEST
            line, counted = line + text.count("\n", counted, start), start
            yield Definition(match.group(1), start, end, line, colon + 1 if cut else -1, indent > 0)
            if is_function:
                inside = end

    def _colon(self, position: int) -> int:
        """Where the header's colon stands; negative where its line ends without one, or its brackets stay open."""
        depth = 0
        for match in HEADER.finditer(self.text, position):
            token = match.group()
            if token in "([{":
                depth += 1
            elif token in ")]}":
                depth -= 1
            elif token == ":" and depth <= 0:
                return match.start()
            elif token == "\n" and depth <= 0:
                return -1
        return UNCLOSED if depth > 0 else -1

    def _end(self, position: int, indent: int) -> int:
        """Where the next line begins that is indented no further, outside strings."""
        pattern = _outdented(indent)
        while True:
            match = pattern.search(self.text, position)
            if match is None:
                return len(self.text)
            start = match.start() + 1
            if self._goes_on(start):
                position = match.end()
                continue
            at = bisect_left(self.long_strings, (start, start)) - 1
            if at < 0 or self.long_strings[at][1] <= start:
                return start
            position = self.long_strings[at][1]

    def _goes_on(self, position: int) -> bool:
        """Does the line before end in a backslash that joins it with the one that begins here?"""
        text = self.text
        return text.endswith("\\\n", 0, position) and "#" not in text[text.rfind("\n", 0, position - 1) + 1 : position]

    def _line_at(self, position: int) -> int:
        """The line of a place in the text, from 1."""
        at = bisect_right(self._starts, position) - 1
        line, start = (self.definitions[at].line, self._starts[at]) if at >= 0 else (1, 0)
        return line + self.text.count("\n", start, position)

    def _excerpt(self, pieces: list[tuple[int, int]], joint: str) -> Excerpt:
        """The pieces without their empty lines; the joint follows on one that ends within a line, if another comes."""
        text = self.text
        found = _Lines()
        before = 0
        for start, end in pieces:
            if before and text[before - 1] != "\n":
                found.kept.append(joint)
            found.number = self._line_at(start)
            before = end
            first = max(0, bisect_left(self.long_strings, (start, start)) - 1)
            last = bisect_left(self.long_strings, (end, end))
            position = start
            for opened, closed in self.long_strings[first:last]:
                if closed > position:
                    # Lines up to the one in which the string begins; that one goes on to where the string's last ends.
                    line = max(position, text.rfind("\n", position, opened) + 1)
                    stop = min(end, text.find("\n", closed) + 1 or end)
                    found.take_lines(text[position:line])
                    found.take(text[line:stop])
                    position = stop
            found.take_lines(text[position:end])
        return Excerpt("".join(found.kept), tuple(found.lines))


class _Lines:
    """The lines of an excerpt as they are taken.

    Attributes:
        kept: their text.
        lines: their numbers.
        number: that of the line that comes next.
    """

    def __init__(self) -> None:
        self.kept: list[str] = []
        self.lines: list[int] = []
        self.number = 1

    def take(self, text: str) -> None:
        """Take some lines whatever they hold."""
        count = text.count("\n")
        self.kept.append(text)
        self.lines.extend(range(self.number, self.number + count + (not text.endswith("\n"))))
        self.number += count

    def take_lines(self, text: str) -> None:
        """Take those of some lines that hold more than white space and a comment."""
        *whole, rest = text.split("\n")
        for line in whole:
            content = line.lstrip(" \t\f")
            if content and content[0] != "#" and content != "\r":
                self.kept += line, "\n"
                self.lines.append(self.number)
            self.number += 1
        if rest and EMPTY.fullmatch(rest) is None:
            self.take(rest)


@cache
def _outdented(indent: int) -> re.Pattern[str]:
    # A closing bracket begins no statement, however far to the left it stands.
    return re.compile(rf"\n[ \t]{{0,{indent}}}[^\s#)\]}}]")
