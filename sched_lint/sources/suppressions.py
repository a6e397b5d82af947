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
from collections.abc import Iterator

_LINE = re.compile(r"# noqa(?::\s?(?P<codes>(?:[A-Z]+[0-9]+[,\s]*)+))?", re.IGNORECASE)
_FILE = re.compile(r"# flake8[:=]\s*noqa", re.IGNORECASE)
_MENTION = re.compile("noqa", re.IGNORECASE)
_SEPARATOR = re.compile(r"[,\s]+")
_LINE_ENDS = frozenset({tokenize.NL, tokenize.NEWLINE})
_WITHOUT_PLACE = frozenset({tokenize.ENDMARKER, tokenize.DEDENT})

EVERYTHING: tuple[str, ...] = ("",)
"""The prefixes of a blanket `# noqa`: the empty one starts every code."""


class Suppressions:
    """What the comments of one file silence.

    Attributes:
        whole_file: a `# flake8: noqa` stands on a line of its own.
        lines: the code prefixes silenced on each line, lines counted from 1.
    """

    __slots__ = ("lines", "whole_file")

    def __init__(self, text: str) -> None:
        """Read the comments of `text` (every newline a line feed), of one that does not parse as far as it goes."""
        self.whole_file = False
        self.lines: dict[int, tuple[str, ...]] = {}
        if _MENTION.search(text):
            for first, last, comments in _comments(text):
                self._hear(first, last, comments)

    def silences(self, line: int, code: str) -> bool:
        """Is a finding of `code` on `line` silenced?"""
        return self.whole_file or code.startswith(self.lines.get(line, ()))

    def _hear(self, first: int, last: int, comments: list[tokenize.TokenInfo]) -> None:
        if any(_FILE.match(comment.string) and _is_alone(comment) for comment in comments):
            self.whole_file = True
        found = _LINE.search("\n".join(comment.string for comment in comments))
        if found is None:
            return
        codes = found.group("codes")
        prefixes = EVERYTHING if codes is None else tuple(filter(None, _SEPARATOR.split(codes)))
        self.lines.update(dict.fromkeys(range(first, last + 1), prefixes))


def _is_alone(comment: tokenize.TokenInfo) -> bool:
    return not comment.line[: comment.start[1]].strip()


def _comments(text: str) -> Iterator[tuple[int, int, list[tokenize.TokenInfo]]]:
    """The comments of each stretch of tokens between two line ends, with its first and last line."""
    first, last = 0, 0
    comments: list[tokenize.TokenInfo] = []
    try:
        for token in tokenize.generate_tokens(io.StringIO(text).readline):
            if token.type in _WITHOUT_PLACE:
                continue
            first = first or token.start[0]
            last = max(last, token.end[0])
            if token.type == tokenize.COMMENT:
                comments.append(token)
            elif token.type in _LINE_ENDS:
                if comments:
                    yield first, last, comments
                first, last, comments = 0, 0, []
    except (tokenize.TokenError, SyntaxError):
        pass  # the file gets its own finding; what was read so far still counts
    if comments:
        yield first, last, comments
