"""From the paths of a command line to files, and from a file to the project it belongs to."""

from __future__ import annotations

import os
from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass
from fnmatch import fnmatchcase
from pathlib import Path

from sched_lint.findings import Failure

SUFFIX = ".py"
MAX_PROJECT_FILES = 50_000
"""Files of one project, or of one directory argument, beyond which the walk stops and says so."""

SKIPPED_DIRECTORIES = frozenset(
    {
        ".git", ".hg", ".svn", ".bzr", "CVS", ".tox", ".nox", ".venv", "venv", "env", "node_modules", "__pycache__",
        "site-packages", "build", "dist", ".eggs", ".mypy_cache", ".ruff_cache", ".pytest_cache",
    }
)  # fmt: skip
"""Never entered by a walk; a file in one of them is linted when it is named."""

REPOSITORY_MARKERS = (".git", ".hg")
PROJECT_MARKERS = ("pyproject.toml", "setup.py", "setup.cfg", "tox.ini", ".flake8")
_VIRTUAL_ENVIRONMENT_MARKER = "pyvenv.cfg"


@dataclass(frozen=True, slots=True)
class Requested:
    """A file that the user asked about.

    Attributes:
        path: absolute.
        root: the project it is analysed with.
    """

    path: Path
    root: Path


@dataclass(frozen=True, slots=True)
class Exclusion:
    """Files that count as not there.

    Attributes:
        patterns: shell patterns. One without `/` is matched against every name on a file's path below its project
            root, one with `/` is absolute and matched against the path and all directories above it.
    """

    patterns: tuple[str, ...] = ()

    def covers(self, path: Path, root: Path) -> bool:
        """Is the file, or a directory between it and `root`, excluded?"""
        return any(self.covers_entry(str(entry), entry.name) for entry in (path, *_parents_below(path, root)))

    def covers_entry(self, path: str, name: str) -> bool:
        """Is this one directory entry excluded?"""
        posix = path.replace(os.sep, "/")
        return any(fnmatchcase(posix if "/" in pattern else name, pattern) for pattern in self.patterns)


def discover(
    paths: Iterable[Path], exclusion: Exclusion = Exclusion(), virtual: Collection[Path] = ()
) -> tuple[tuple[Requested, ...], tuple[Failure, ...]]:
    """The files that `paths` stand for, each once, sorted; and the paths and directories that could not be read.

    Args:
        paths: files and directories, absolute or relative to the working directory.
        exclusion: what to leave out, named or not.
        virtual: absolute paths that exist although the disk has none of them (an editor's unsaved buffer).
    """
    found: dict[Path, Requested] = {}
    failures: list[Failure] = []
    roots = _Roots()
    for path in map(absolute, paths):
        if path not in virtual and not os.path.exists(path):
            failures.append(Failure(path.as_posix(), "no such file or directory"))
        elif path not in virtual and path.is_dir():
            files, problems = python_files(path, exclusion)
            failures.extend(problems)
            for file in files:
                root = roots.of(file, path)
                if not exclusion.covers(file, root):
                    found.setdefault(file, Requested(file, root))
        else:
            root = roots.of(path, None)
            if not exclusion.covers(path, root):
                found[path] = Requested(path, root)
    return tuple(sorted(found.values(), key=lambda requested: requested.path)), tuple(failures)


def absolute(path: Path) -> Path:
    """The path from the root of the file system, `..` folded, symbolic links kept as the user wrote them."""
    return Path(os.path.abspath(path))


def python_files(top: Path, exclusion: Exclusion = Exclusion()) -> tuple[list[Path], list[Failure]]:
    """All Python files below a directory, sorted. Symbolic links to directories are not followed.

    Directories that cannot be read, and a walk that had to stop, are reported beside the files.
    """
    files: list[Path] = []
    failures: list[Failure] = []
    pending = [str(top)]
    while pending:
        directory = pending.pop()
        try:
            with os.scandir(directory) as entries:
                listed = sorted(entries, key=lambda entry: entry.name)
        except OSError as error:
            failures.append(Failure(Path(directory).as_posix(), f"cannot be read: {error.strerror or error}"))
            continue
        if directory != str(top) and any(entry.name == _VIRTUAL_ENVIRONMENT_MARKER for entry in listed):
            continue
        for entry in listed:
            if exclusion.patterns and exclusion.covers_entry(entry.path, entry.name):
                continue
            if entry.is_dir(follow_symlinks=False):
                if not _is_skipped(entry.name):
                    pending.append(entry.path)
            elif entry.name.endswith(SUFFIX) and not (entry.is_symlink() and os.path.isdir(entry.path)):
                files.append(Path(entry.path))
        if len(files) > MAX_PROJECT_FILES:
            failures.append(Failure(top.as_posix(), f"more than {MAX_PROJECT_FILES} Python files: the rest was not looked at"))
            del files[MAX_PROJECT_FILES:]
            break
    files.sort()
    return files, failures


def project_files(root: Path, requested: Sequence[Path], exclusion: Exclusion = Exclusion()) -> tuple[list[Path], list[Failure]]:
    """The files that a project's analysis looks at: all below its root, and those asked for by name.

    In a directory that other things live in too (the home directory, `/tmp`), only the files beside those asked for.
    """
    if _is_shared(root):
        files = [file for folder in {path.parent for path in requested} for file in _siblings(folder)]
        failures: list[Failure] = []
    else:
        files, failures = python_files(root, exclusion)
    return sorted({*files, *requested}), failures


def project_root(path: Path, argument: Path | None = None) -> Path:
    """The directory whose files are analysed together with `path`.

    The nearest directory above it with a repository; else the nearest with a project's configuration; else the
    directory argument it was found under; else the working directory if the file lies below it; else the directory
    above its topmost package.

    Args:
        path: an absolute path.
        argument: the directory on the command line that led to it.
    """
    return _Roots().of(path, argument)


class _Roots:
    """Project roots, each directory looked at once."""

    def __init__(self) -> None:
        self._marked: dict[tuple[Path, tuple[str, ...]], Path | None] = {}

    def of(self, path: Path, argument: Path | None) -> Path:
        folder = path.parent
        marked = self._nearest(folder, REPOSITORY_MARKERS) or self._nearest(folder, PROJECT_MARKERS)
        if marked is not None:
            return marked
        if argument is not None:
            return argument
        working = Path.cwd()
        if path.is_relative_to(working) and not _is_shared(working):
            return working
        while (folder / "__init__.py").is_file() and folder != folder.parent:
            folder = folder.parent
        return folder

    def _nearest(self, folder: Path, markers: tuple[str, ...]) -> Path | None:
        key = (folder, markers)
        if key not in self._marked:
            if not _is_shared(folder) and any(os.path.exists(folder / marker) for marker in markers):
                self._marked[key] = folder
            else:
                self._marked[key] = self._nearest(folder.parent, markers) if folder != folder.parent else None
        return self._marked[key]


def _is_skipped(name: str) -> bool:
    return name in SKIPPED_DIRECTORIES or name.endswith((".egg", ".egg-info"))


def _is_shared(folder: Path) -> bool:
    """Is this a directory that is nobody's project: `/`, the home directory, the system's temporary one?"""
    return folder in (folder.parent, Path(os.path.expanduser("~")), Path(os.environ.get("TMPDIR", "/tmp")))


def _siblings(folder: Path) -> Iterator[Path]:
    try:
        with os.scandir(folder) as entries:
            yield from (Path(entry.path) for entry in entries if entry.name.endswith(SUFFIX) and entry.is_file())
    except OSError:
        return


def _parents_below(path: Path, root: Path) -> Iterator[Path]:
    for parent in path.parents:
        if parent == root:
            return
        yield parent
