"""`# noqa` comments, with the meaning that flake8 gives them.

As in flake8: the comment counts for its line, and for all lines of a string or of a backslash continuation that it
belongs to; of several on one line the first decides; codes match as prefixes and in upper case; and what follows
`# noqa` without being a list of codes makes it a blanket one. Unlike flake8, which searches whole lines, only real
comments are heard: the same characters inside a string silence nothing.
"""

from __future__ import annotations

import io
import re
import tokenize
from collections.abc import Callable, Collection, Generator, Iterator
from typing import NamedTuple

from sched_lint.findings import UNUSED_CODE

_LINE = re.compile(r"# noqa(?::\s?(?P<codes>(?:[A-Z]+[0-9]+[,\s]*)+))?", re.IGNORECASE)
_FILE = re.compile(r"# flake8[:=]\s*noqa(?::\s?(?P<codes>(?:[A-Z]+[0-9]+[,\s]*)+))?", re.IGNORECASE)
_MENTION = re.compile("noqa", re.IGNORECASE)
_SEPARATOR = re.compile(r"[,\s]+")
_LINE_ENDS = frozenset({tokenize.NL, tokenize.NEWLINE})
_WITHOUT_PLACE = frozenset({tokenize.ENDMARKER, tokenize.DEDENT})

_OURS = "SCH"
_BEGINNINGS = 50

EVERYTHING: tuple[str, ...] = ("",)
"""The prefixes of a blanket `# noqa`: the empty one starts every code."""


class Entry(NamedTuple):
    """One comment that silences: its place, and what it speaks of.

    Attributes:
        line, column, end_column: the comment's own place, counted from 1.
        first, last: the lines it counts for.
        prefixes: the codes it names; `EVERYTHING` where it names none.
        whole_file: it is a `# flake8: noqa`, which to flake8 is a blanket one whatever codes it names.
    """

    line: int
    column: int
    end_column: int
    first: int
    last: int
    prefixes: tuple[str, ...]
    whole_file: bool = False


class Suppressions:
    """What the comments of one file silence.

    Attributes:
        whole_file: a `# flake8: noqa` stands on a line of its own.
        lines: the code prefixes silenced on each line, lines counted from 1.
        entries: the comments, in the order of their lines.
    """

    __slots__ = ("entries", "lines", "whole_file")

    def __init__(self, text: str) -> None:
        """Read the comments of `text` (every newline a line feed), of one that does not parse as far as it goes."""
        self.whole_file = False
        self.lines: dict[int, tuple[str, ...]] = {}
        self.entries: list[Entry] = []
        if _MENTION.search(text):
            for first, last, comments in _comments(text):
                self._hear(first, last, comments)

    def silences(self, line: int, code: str) -> bool:
        """Is a finding of `code` on `line` silenced?"""
        whole_file = self.whole_file and code != UNUSED_CODE  # which is about just such a comment
        return whole_file or code.startswith(self.lines.get(line, ()))

    def unused(
        self, found: Collection[tuple[int, str]], known: Collection[str], is_on: Callable[[str], bool]
    ) -> Iterator[tuple[Entry, tuple[str, ...]]]:
        """The comments that name codes of ours in vain, each with those codes.

        Args:
            found: (line, code) of everything that was found in the file, shown or not.
            known: the codes of all rules.
            is_on: does this run look for a code? One that it does not look for is nothing in vain.
        """

        def is_idle(entry: Entry, prefix: str) -> bool:
            codes = [code for code in known if code.startswith(prefix.upper())]
            if UNUSED_CODE in codes or not all(map(is_on, codes)):
                return False
            if entry.whole_file:
                return not found
            return not any(entry.first <= line <= entry.last and code.startswith(prefix) for line, code in found)

        for entry in self.entries:
            if self.whole_file and not entry.whole_file:
                continue  # the comment for the file has taken its work
            ours = [prefix for prefix in entry.prefixes if prefix.upper().startswith(_OURS)]
            idle = tuple(prefix for prefix in ours if is_idle(entry, prefix))
            if idle and (not entry.whole_file or len(idle) == len(entry.prefixes)):
                yield entry, idle

    def _hear(self, first: int, last: int, comments: list[tokenize.TokenInfo]) -> None:
        for comment in comments:
            heard = _FILE.match(comment.string)
            if heard is not None and _is_alone(comment):
                self.whole_file = True
                self._enter(comment, heard, comment.start[0], comment.start[0], whole_file=True)
        for comment in comments:
            heard = _LINE.search(comment.string)
            if heard is not None:  # the first decides
                entry = self._enter(comment, heard, first, last)
                self.lines.update(dict.fromkeys(range(first, last + 1), entry.prefixes))
                return

    def _enter(self, comment: tokenize.TokenInfo, heard: re.Match[str], first: int, last: int, whole_file: bool = False) -> Entry:
        codes = heard.group("codes")
        prefixes = EVERYTHING if codes is None else tuple(filter(None, _SEPARATOR.split(codes)))
        line, column = comment.start
        end = column + heard.start() + len(heard.group().rstrip(", \t"))
        entry = Entry(line, column + heard.start() + 1, end + 1, first, last, prefixes, whole_file)
        self.entries.append(entry)
        return entry


def _is_alone(comment: tokenize.TokenInfo) -> bool:
    return not comment.line[: comment.start[1]].strip()


def _comments(text: str) -> Iterator[tuple[int, int, list[tokenize.TokenInfo]]]:
    """The comments of each stretch of tokens between two line ends, with its first and last line.

    Where the file cannot be read on (it gets its own finding), reading begins anew on that line, or on the next.
    """
    begin = 0
    for _ in range(_BEGINNINGS):
        failed = yield from _stretches(text if begin == 0 else "\n".join(text.split("\n")[begin:]), begin)
        if failed is None:
            return
        begin += max(failed - 1, 1)


def _stretches(text: str, above: int) -> Generator[tuple[int, int, list[tokenize.TokenInfo]], None, int | None]:
    """As `_comments`, up to the first error: its line, or None."""
    first, last = 0, 0
    comments: list[tokenize.TokenInfo] = []
    failed = None
    try:
        for token in tokenize.generate_tokens(io.StringIO(text).readline):
            if token.type in _WITHOUT_PLACE:
                continue
            first = first or token.start[0] + above
            last = max(last, token.end[0] + above)
            if token.type == tokenize.COMMENT:
                comments.append(token._replace(start=(token.start[0] + above, token.start[1])))
            elif token.type in _LINE_ENDS:
                if comments:
                    yield first, last, comments
                first, last, comments = 0, 0, []
    except tokenize.TokenError as error:
        failed = error.args[1][0]
    except SyntaxError as error:
        failed = error.lineno or 1
    if comments:
        yield first, last, comments
    return failed
