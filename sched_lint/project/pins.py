"""The torch that a project targets, as its own files pin it."""

from __future__ import annotations

import re
from collections.abc import Iterator
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
)
LOCKS = ("uv.lock", "poetry.lock", "pdm.lock", "pylock.toml", "Pipfile.lock", "requirements.lock")
OTHERS = re.compile(r"(?:requirements|constraints).*\.(?:txt|in)|(?:conda|env|.*environment).*\.ya?ml", re.IGNORECASE)
NAMED = re.compile(r"""(?<![\w./-])(?:py)?torch(?![\w-])(?:\[[^\]]*\])?["']?[ \t]*(?=(.*))""", re.IGNORECASE)
IN_TOML = re.compile(r"""=\s*(?:[\[{][^}]*?\bversion\s*=\s*)?["']([^"']*)["']""")
SPECIFIED = re.compile(r"""\(?\s*((?:[=<>~!^]{1,3}\s*["']?v?\d[\d.*]*[\w.+]*["']?[\s,]*)+)""")
CONDA_BUILD = re.compile(r"\d[\d.*]*")  # `pytorch 1.9.0 py38_0`
PART = re.compile(r"""(===|==|~=|<=|>=|!=|[<>~^=])?\s*["']?v?(\d+)(?:\.(\d+))?(?:\.(\d+))?""")
WHEEL = re.compile(r"/torch-(\d+)\.(\d+)[^/\s]*\.whl")
TABLE = re.compile(r"""^\[[\w.-]*dependencies\.torch\][ \t]*\n(?:(?!\[).*\n)*?version\s*=\s*["']([^"']*)""", re.MULTILINE)
LOCKED = re.compile(r"""^name = "torch"[ \t]*\n(?:(?!\[|name = ).*\n)*?version = "(\d+)\.(\d+)""", re.MULTILINE)
LOCKED_IN_JSON = re.compile(r'"torch":\s*\{[^{}]*?"version":\s*"[=~<>]*(\d+)\.(\d+)')
COMMENT = re.compile(r"(?:^|\s)#.*")
LAST_OF_ONE = (1, 13)
MAX_BYTES = 4 * 1024 * 1024
LONGEST_LINE = 2000
"""Characters of a line that are looked at."""

Release = tuple[int, int]


def pinned_torch(root: Path) -> Release | None:
    """The release of torch that the project's own files pin, as (major, minor); None where none does.

    An upper bound (`<2.7`) means the release before it. Files that cannot be read pin nothing.
    """
    for path in _candidates(root):
        try:
            if not path.is_file() or path.stat().st_size > MAX_BYTES:
                continue
            text = path.read_text(encoding="utf-8", errors="replace")
        except OSError:
            continue
        found = _locked(text) if path.name in LOCKS else None
        if found is None and path.suffix != ".lock":
            found = _pin(text, path.suffix)
        if found is not None:
            return found
    return None


def _candidates(root: Path) -> Iterator[Path]:
    yield from (root / name for name in (*FILES, *LOCKS))
    for folder in (root, root / "requirements"):
        try:
            names = sorted(entry.name for entry in folder.iterdir())
        except OSError:
            continue
        wanted = OTHERS if folder is root else re.compile(r".*\.(?:txt|in)")
        yield from (folder / name for name in names if wanted.fullmatch(name) and name not in FILES)


def _locked(text: str) -> Release | None:
    """Of several that are locked, for one platform each, the newest."""
    found = [(int(match.group(1)), int(match.group(2))) for match in LOCKED.finditer(text)]
    found += [(int(match.group(1)), int(match.group(2))) for match in LOCKED_IN_JSON.finditer(text)]
    return max(found, default=None)


def _pin(text: str, suffix: str) -> Release | None:
    table = TABLE.search(text)
    if table is not None:
        return _newest(table.group(1))
    for line in text.splitlines():
        line = COMMENT.sub("", line[:LONGEST_LINE])
        wheel = WHEEL.search(line)
        if wheel is not None:
            return int(wheel.group(1)), int(wheel.group(2))
        for named in NAMED.finditer(line):
            if suffix == ".py" and line[named.start() - 1 : named.start()] not in ("'", '"'):
                continue  # a name of the code, not a requirement
            found = _newest(_specifiers(named.group(1), suffix in (".yml", ".yaml")))
            if found is not None:
                return found
    return None


def _specifiers(rest: str, conda: bool) -> str:
    """What follows the name, as far as it speaks of versions."""
    assigned = IN_TOML.match(rest)
    if assigned is not None:
        return assigned.group(1)
    specified = SPECIFIED.match(rest)
    if specified is not None:
        return specified.group(1)
    build = CONDA_BUILD.match(rest) if conda else None
    return build.group() if build is not None else ""


def _newest(specifiers: str) -> Release | None:
    """The newest release that the specifiers allow; None where they leave the end open."""
    bounds: list[Release] = []
    for alternative in specifiers.split(","):
        match = PART.match(alternative.strip())
        if match is None:
            continue
        operator, major = match.group(1) or "==", int(match.group(2))
        minor = int(match.group(3)) if match.group(3) is not None else None
        third = match.group(4) is not None
        bound: Release | None = None
        if operator == "<":
            bound = (major, minor or 0) if int(match.group(4) or 0) else _before(major, minor or 0)
        elif operator == "^" or (operator == "~=" and not third) or (minor is None and operator in ("==", "===", "=", "~")):
            bound = _before(major + 1, 0)
        elif operator in ("==", "===", "=", "~", "~=", "<=") and minor is not None:
            bound = (major, minor)
        if bound is not None:
            bounds.append(bound)
    return min(bounds, default=None)


def _before(major: int, minor: int) -> Release | None:
    if minor > 0:
        return major, minor - 1
    return LAST_OF_ONE if major == LAST_OF_ONE[0] + 1 else None
