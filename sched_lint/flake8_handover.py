"""From flake8's main process to workers that do not inherit its memory (macOS, Windows, newer Pythons).

The main process writes what it found to a temporary file and leaves its name in the environment, which such workers do
inherit. The file goes with the process.
"""

from __future__ import annotations

import atexit
import json
import os
import tempfile
from collections.abc import Sequence
from contextlib import suppress
from pathlib import Path

from sched_lint.findings import Failure, Finding, Report

_VARIABLE = "SCHED_LINT_FLAKE8_RUN"


def publish(asked: Sequence[str], report: Report) -> None:
    """Leave the report on what flake8 was asked to check for this process's workers."""
    document = {
        "process": os.getpid(),
        "directory": os.getcwd(),
        "asked": list(asked),
        "findings": [[getattr(finding, name) for name in _FINDING] for finding in report.findings],
        "errors": [[error.path, error.message] for error in report.errors],
    }
    descriptor, name = tempfile.mkstemp(prefix="sched-lint-", suffix=".json")
    with os.fdopen(descriptor, "w", encoding="utf-8") as stream:
        json.dump(document, stream)
    os.environ[_VARIABLE] = name
    atexit.register(_discard, name)


def receive(asked: Sequence[str]) -> Report | None:
    """What the main process left for this worker; None in the main process itself, or where nothing fits."""
    name = os.environ.get(_VARIABLE)
    if name is None:
        return None
    try:
        document = json.loads(Path(name).read_text("utf-8"))
        if document["process"] == os.getpid():
            return None
        if (document["directory"], document["asked"]) != (os.getcwd(), list(asked)):
            return None
        return Report(
            tuple(Finding(*fields) for fields in document["findings"]),
            tuple(Failure(*fields) for fields in document["errors"]),
        )
    except (OSError, ValueError, KeyError, TypeError):
        return None


_FINDING = (
    "path", "line", "column", "end_line", "end_column", "code", "name", "message", "confidence",
)  # fmt: skip
"""The fields that flake8 needs, in the order of `Finding`; related places it cannot show."""


def _discard(name: str) -> None:
    if os.environ.get(_VARIABLE) == name:
        del os.environ[_VARIABLE]
    with suppress(OSError):
        os.unlink(name)
