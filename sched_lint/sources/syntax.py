"""Whether Python's own parser takes a file: a check that makes no tree."""

from __future__ import annotations

import warnings
from pathlib import Path
from symtable import symtable

from sched_lint.sources.digests import digest_of
from sched_lint.sources.nesting import TOO_DEEP
from sched_lint.sources.reading import SourceError
from sched_lint.work import WORK

_refusals: dict[str, Exception | None] = {}


class GrammarError(SourceError):
    """The running Python's grammar refuses a file; that of another Python may not."""

    recoverable = True


def refusal(text: str) -> Exception | None:
    """Why the running Python does not parse a text, None where it does. Each text is asked about once in a process."""
    key = digest_of(text.encode("utf-8", "surrogatepass"))
    if key not in _refusals:
        _refusals[key] = _parse(text)
    return _refusals[key]


def is_refused_for_depth(text: str) -> bool:
    """Is a text nested more deeply than the running Python bears?"""
    error = refusal(text)
    return isinstance(error, (RecursionError, MemoryError)) or (isinstance(error, SyntaxError) and "nested" in str(error.msg))


def check_syntax(text: str, path: Path | str) -> None:
    """Parse `text`.

    Raises:
        GrammarError: where the running Python finds a syntax error.
        SourceError: where no Python can parse it.
    """
    error = refusal(text)
    if is_refused_for_depth(text):
        raise SourceError(path, TOO_DEEP)
    if isinstance(error, SyntaxError):
        line, column = max(error.lineno or 1, 1), max(error.offset or 1, 1)
        raise GrammarError(path, f"cannot be parsed: {error.msg}", line, column)
    if error is not None:
        raise SourceError(path, f"cannot be parsed: {error}")


def _parse(text: str) -> Exception | None:
    WORK.files_compiled += 1
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # invalid escapes and the like are none of our business
        try:
            symtable(text, "<source>", "exec")  # it parses as compile() does, and makes less of it
        except (SyntaxError, RecursionError, MemoryError, ValueError, OverflowError) as error:
            return error.with_traceback(None)  # which would keep the text and all callers alive
    return None
