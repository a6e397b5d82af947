"""Whether Python's own parser takes a file: a check that costs a tenth of what building libcst's tree costs."""

from __future__ import annotations

import warnings
from pathlib import Path

from sched_lint.sources.reading import SourceError
from sched_lint.work import WORK


class GrammarError(SourceError):
    """The running Python's grammar refuses a file; that of another Python may not."""

    recoverable = True


def check_syntax(text: str, path: Path) -> None:
    """Compile `text`, running nothing.

    Raises:
        GrammarError: where the running Python finds a syntax error.
        SourceError: where no Python can compile it.
    """
    WORK.files_compiled += 1
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # invalid escapes and the like are none of our business
        try:
            compile(text, "<source>", "exec", dont_inherit=True)
        except SyntaxError as error:
            line, column = max(error.lineno or 1, 1), max(error.offset or 1, 1)
            raise GrammarError(path, f"cannot be parsed: {error.msg}", line, column) from error
        except (RecursionError, MemoryError) as error:
            raise SourceError(path, "cannot be parsed: nested too deeply") from error
        except (ValueError, OverflowError) as error:
            raise SourceError(path, f"cannot be parsed: {error}") from error
