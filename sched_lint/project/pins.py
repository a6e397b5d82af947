"""The torch that a project targets, as its own files pin it."""

from __future__ import annotations

import re
from pathlib import Path

FILES = (
    "pyproject.toml",
    "requirements.txt",
    "requirements/base.txt",
    "setup.cfg",
    "setup.py",
    "environment.yml",
    "environment.yaml",
    "Pipfile",
    "uv.lock",
    "poetry.lock",
    "requirements.lock",
)
REQUIREMENT = re.compile(
    r"""(?<![\w.-])(?:py)?torch(?:\[[^\]]*\])?["']?\s*(?:=\s*["'])?((?:[ ,]*[=<>~!^]=?=?\s*["']?v?[\d.*]+)+)"""
)
SPECIFIER = re.compile(r"""(?<![<>~!=])(==|~=|<=|<|=|\^)\s*["']?v?(\d+)\.(\d+)""")
LOCKED = re.compile(r"""name = "torch"\s*\nversion = "(\d+)\.(\d+)""")
MAX_BYTES = 4 * 1024 * 1024


def pinned_torch(root: Path) -> tuple[int, int] | None:
    """The release of torch that the project's own files pin, as (major, minor); None where none does.

    An upper bound (`<2.7`) means the release before it. Files that cannot be read pin nothing.
    """
    for path in (*(root / name for name in FILES), *sorted(root.glob("requirements*.txt"))):
        try:
            if not path.is_file() or path.stat().st_size > MAX_BYTES:
                continue
            text = path.read_text(encoding="utf-8", errors="replace")
        except OSError:
            continue
        found = _pin(text)
        if found is not None:
            return found
    return None


def _pin(text: str) -> tuple[int, int] | None:
    locked = LOCKED.search(text)
    if locked is not None:
        return int(locked.group(1)), int(locked.group(2))
    for line in text.splitlines():
        if line.lstrip().startswith("#"):
            continue
        requirement = REQUIREMENT.search(line)
        for match in SPECIFIER.finditer(requirement.group(1)) if requirement is not None else ():
            operator, major, minor = match.group(1), int(match.group(2)), int(match.group(3))
            if operator == "<":
                return (major, minor - 1) if minor > 0 else (major - 1, 13)
            if operator != "^":
                return major, minor
    return None
