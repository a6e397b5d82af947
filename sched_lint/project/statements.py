"""The statements of a file that need not parse: found by brackets, strings and line ends alone."""

from __future__ import annotations

import re
from typing import NamedTuple

_TOKEN = re.compile(
    r"""(?P<comment>\#[^\n]*)
    |(?P<string>\"\"\"(?:[^"\\]|\\.|"(?!""))*(?:\"\"\"|\Z)
       |'''(?:[^'\\]|\\.|'(?!''))*(?:'''|\Z)
       |"(?:\\.|[^"\\\n])*"?|'(?:\\.|[^'\\\n])*'?)
    |(?P<open>[\[({])|(?P<close>[\])}])|(?P<join>\\\n)|(?P<newline>\n)""",
    re.VERBOSE | re.DOTALL,
)
_INDENT = re.compile(r"[ \t\f]*")
# With these words no line goes on from the one before, unless it is indented further.
_STARTS = re.compile(
    r"([ \t]*)(?:(?:def|class|import|from|return|raise|while|with|try|del|assert|pass|break|continue|global|elif|except)\b"
    r"|if\b[^\n]*:[ \t]*(?:#|$)|for\b[^\n]*:[ \t]*(?:#|$)|@\w|[A-Za-z_][\w.]*[ \t]*=[ \t])",
    re.MULTILINE,
)
_HEADER = re.compile(r"(?:async[ \t]+)?(?:if|elif|else|for|while|try|except|finally|with|def|class|match|case)\b")
_NOT_BLANK = re.compile(r"[^\n]")


class Statement(NamedTuple):
    """One logical line.

    Attributes:
        first, last: its lines, from 1.
        indent: the white space before it.
        source: its text from there on.
        code: the same, as long, with strings and comments blanked out.
        suite: of a header with its block on the same line, where that begins in `source`.
    """

    first: int
    last: int
    indent: str
    source: str
    code: str
    suite: int | None

    @property
    def width(self) -> int:
        return len(self.indent.expandtabs())


def is_header(statement: Statement) -> bool:
    """Does a block belong below the statement?"""
    return statement.suite is None and is_block(statement) and statement.code.rstrip().endswith(":")


def is_block(statement: Statement) -> bool:
    """Does the statement begin like one with a block, wherever that is?"""
    return _HEADER.match(statement.code) is not None


def scan(text: str) -> list[Statement]:
    """The statements of a file, blank lines and comments left out."""
    found: list[Statement] = []
    blanked: list[str] = []
    position = start = depth = line = 0
    first = 1
    width = 0
    for match in _TOKEN.finditer(text):
        blanked.append(text[position : match.start()])
        position = match.end()
        kind, token = match.lastgroup, match[0]
        if kind in ("comment", "string"):
            blanked.append(_NOT_BLANK.sub(" " if kind == "comment" else "'", token))
            line += token.count("\n")
            continue
        blanked.append(token)
        if kind == "open":
            depth += 1
        elif kind == "close":
            depth = max(depth - 1, 0)
        elif kind == "join":
            line += 1
        elif kind == "newline":
            line += 1
            if depth:
                width = len((_INDENT.match(text, start) or match)[0].expandtabs())
                going = _STARTS.match(text, position)
                if going is None or len(going[1].expandtabs()) > width:
                    continue
                depth = 0
            _add(found, first, text[start : position - 1], "".join(blanked)[:-1])
            start, first, blanked = position, line + 1, []
    blanked.append(text[position:])
    _add(found, first, text[start:], "".join(blanked))
    return found


def _add(found: list[Statement], first: int, source: str, code: str) -> None:
    if not code.strip():
        return
    indent = (_INDENT.match(source) or re.match("", source))[0]  # type: ignore[index]
    source, code = source[len(indent) :].rstrip(), code[len(indent) :]
    code = code[: len(source)]
    found.append(Statement(first, first + source.count("\n"), indent, source, code, _suite(code)))


def _suite(code: str) -> int | None:
    """Where the block of a header begins on its own line."""
    if _HEADER.match(code) is None:
        return None
    depth = 0
    for position, character in enumerate(code[:2000]):
        if character in "([{":
            depth += 1
        elif character in ")]}":
            depth -= 1
        elif character == ":" and depth == 0 and "lambda" not in code[:position]:
            return position + 1 if code[position + 1 :].strip() else None
    return None
