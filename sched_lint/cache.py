"""What a run leaves for the next one: facts about files and the reports of groups of programs, by content.

One file for each project, in JSON, below a directory of the user's. It holds no source text but what messages quote.
Nothing in it is believed without its checksum, nor if another version of the tool, of Python or of libcst wrote it.
"""

from __future__ import annotations

import importlib.util
import json
import os
import sys
from collections.abc import Iterator, Mapping
from contextlib import suppress
from itertools import product
from pathlib import Path
from string import ascii_lowercase, digits
from types import MappingProxyType
from typing import Any, NamedTuple

from sched_lint import __version__
from sched_lint.findings import Failure, Finding, Related, Report
from sched_lint.sources.digests import digest_of
from sched_lint.sources.shelf import Facts
from sched_lint.sources.stamps import Stamp

SCHEMA = 3


class StoredGroup(NamedTuple):
    """A group of programs and what was found in them.

    Attributes:
        roots: the paths of the programs.
        uses: the files that the report rests on, each with its digest.
        leads: a digest of what those files define that leads to a scheduler's making.
        report: the findings; None where nobody has asked for them yet.
        reach: the files that the programs may come to; None where nobody has asked, so any.
    """

    roots: tuple[str, ...]
    uses: Mapping[str, str] = MappingProxyType({})
    leads: str = ""
    report: Report | None = None
    reach: frozenset[str] | None = None


class Stored(NamedTuple):
    """One project as a run left it.

    Attributes:
        key: a digest of the settings that the reports depend on.
        files: facts about each file of the project, by path.
        stamps: of those of them that need not be read while they have these.
        syntax: what a check of a file's syntax said, by digest: nothing, or message, line and column.
        groups: the project's programs.
    """

    key: str
    files: dict[str, Facts]
    stamps: dict[str, Stamp]
    syntax: dict[str, tuple[str, int, int] | None]
    groups: list[StoredGroup]

    @classmethod
    def nothing(cls) -> Stored:
        """What is known of a project that no run has seen."""
        return cls("", {}, {}, {}, [])


def default_directory() -> Path:
    """`sched-lint` in the user's directory for caches."""
    return Path(os.environ.get("XDG_CACHE_HOME") or os.path.expanduser("~/.cache")) / "sched-lint"


class Cache:
    """The stored projects of one directory.

    Args:
        directory: where they are; made when first written to.
    """

    def __init__(self, directory: Path) -> None:
        self.directory = directory

    def load(self, root: Path) -> Stored:
        """What is stored of a project; an empty one where nothing is, or nothing that can be believed."""
        path = self._path(root)
        try:
            raw = path.read_bytes()
        except OSError:
            return Stored.nothing()
        head, _, body = raw.partition(b"\n")
        try:
            if head.decode("ascii") != digest_of(body):
                raise ValueError("checksum")
            found = json.loads(body)
            return _decoded(found) if found["tool"] == tool() else Stored.nothing()
        except (ValueError, KeyError, TypeError, IndexError, AttributeError, RecursionError):
            print(f"sched-lint: the cache {path} is broken, and is made anew", file=sys.stderr)
            return Stored.nothing()

    def save(self, root: Path, stored: Stored) -> None:
        """Store a project in the place of what was there. Another run may do the same: the last one wins, whole."""
        body = json.dumps(_encoded(stored), separators=(",", ":")).encode("utf-8")
        import tempfile  # takes a while, and most runs have nothing to save

        with suppress(OSError):  # a full or read-only disk: the next run is slower, nothing else
            self.directory.mkdir(parents=True, exist_ok=True)
            handle, name = tempfile.mkstemp(dir=self.directory, prefix=".new-")
            try:
                with os.fdopen(handle, "wb") as file:
                    file.write(digest_of(body).encode("ascii") + b"\n" + body)
                os.replace(name, self._path(root))
            except OSError:
                os.unlink(name)
                raise

    def _path(self, root: Path) -> Path:
        return self.directory / f"{digest_of(os.fsencode(root))}.json"


def tool() -> list[str]:
    """What a stored report rests on besides the project: this tool, down to its sources, the Python and the libcst it uses."""
    global _tool
    if not _tool:
        here = os.path.dirname(__file__)
        stamps: list[str] = []
        libcst = importlib.util.find_spec("libcst")
        with suppress(OSError):  # a package that is not in a directory
            stamps += sorted(f"{name[len(here) :]} {_stamp(status)}" for name, status in _sources(here))
            if libcst is not None and libcst.origin is not None:
                stamps.append(f"{libcst.origin} {_stamp(os.stat(libcst.origin))}")
        _tool = [str(SCHEMA), __version__, sys.version, digest_of("\n".join(stamps).encode())]
    return _tool


_tool: list[str] = []


def _sources(folder: str) -> Iterator[tuple[str, os.stat_result]]:
    with os.scandir(folder) as entries:
        for entry in entries:
            if entry.is_dir(follow_symlinks=False):
                yield from _sources(entry.path) if entry.name != "__pycache__" else ()
            elif entry.name.endswith((".py", ".json")):
                yield entry.path, entry.stat()


def _stamp(status: os.stat_result) -> str:
    return f"{status.st_size} {status.st_mtime_ns}"


def _encoded(stored: Stored) -> dict[str, Any]:
    return {
        "tool": tool(),
        "key": stored.key,
        "files": _encoded_files(stored.files, stored.stamps),
        "syntax": stored.syntax,
        "groups": [
            [group.roots, dict(group.uses), group.leads, _encoded_report(group.report), sorted(group.reach or ()) or None]
            for group in stored.groups
        ],
    }


def _encoded_files(files: Mapping[str, Facts], stamps: Mapping[str, Stamp]) -> list[Any]:
    """Column by column, long strings instead of many short ones: most of the cache, and of the time to load it."""
    return [
        "\0".join(files),
        " ".join(facts.digest for facts in files.values()),
        [facts.size for facts in files.values()],
        "".join(_flag(facts) for facts in files.values()),
        [facts.problem for facts in files.values() if facts.problem is not None],
        [number for name in files for number in stamps.get(name, _NO_STAMP)],
    ]


def _flag(facts: Facts) -> str:
    return _FLAGS[facts.relevant, facts.problem is not None, facts.place, facts.silences]


_KINDS = tuple(product((False, True), (False, True), (None, False, True), (None, False, True)))
_FLAGS = dict(zip(_KINDS, digits + ascii_lowercase, strict=True))
_MEANT = {flag: kind for kind, flag in _FLAGS.items()}
_NO_STAMP: Stamp = (0, 0, 0, 0)


def _encoded_report(report: Report | None) -> Any:
    if report is None:
        return None
    return [report.findings, report.errors, report.incomplete, sorted(report.whole), sorted(report.broken)]


def _decoded(found: dict[str, Any]) -> Stored:
    files, stamps = _files(*found["files"])
    return Stored(
        str(found["key"]),
        files,
        stamps,
        {digest: None if problem is None else _problem(*problem) for digest, problem in found["syntax"].items()},
        [
            StoredGroup(tuple(roots), dict(uses), leads, _report(report), None if reach is None else frozenset(reach))
            for roots, uses, leads, report, reach in found["groups"]
        ],
    )


def _files(
    names: str, digests: str, sizes: list[int], flags: str, problems: list[Any], stamps: list[int]
) -> tuple[dict[str, Facts], dict[str, Stamp]]:
    paths = names.split("\0") if sizes else []
    waiting = problems[::-1]
    files: dict[str, Facts] = {}
    for path, digest, size, flag in zip(paths, digests.split(" ") if sizes else [], sizes, flags, strict=True):
        relevant, has_problem, place, silences = _MEANT[flag]
        problem = _problem(*waiting.pop()) if has_problem else None
        files[path] = Facts(digest, size, relevant, problem, place, silences)
    number = iter(stamps)
    found = zip(paths, zip(number, number, number, number, strict=True), strict=True)
    return files, {path: stamp for path, stamp in found if stamp != _NO_STAMP}


def _problem(message: str, line: int, column: int) -> tuple[str, int, int]:
    return message, line, column


def _finding(
    path: str, line: int, column: int, end_line: int, end_column: int, code: str, name: str, message: str, confidence: str,
    related: list[Any],
) -> Finding:  # fmt: skip
    further = tuple(Related(*each) for each in related)
    return Finding(path, line, column, end_line, end_column, code, name, message, confidence, further)


def _report(stored: Any) -> Report | None:
    if stored is None:
        return None
    findings, errors, incomplete, whole, broken = stored
    return Report(
        tuple(_finding(*finding) for finding in findings),
        tuple(Failure(*each) for each in errors),
        bool(incomplete),
        frozenset(whole),
        frozenset(broken),
    )
