"""From the paths of a command line to files, and from a file to the project it belongs to.

Files and directories are absolute names in strings here and in what works with all files of a tree: a run that has
nothing else to do spends most of its time on them.
"""

from __future__ import annotations

import os
from collections.abc import Collection, Iterable, Iterator, Sequence
from fnmatch import fnmatchcase
from pathlib import Path
from typing import NamedTuple

from sched_lint.findings import Failure
from sched_lint.work import WORK

SUFFIX = ".py"
MAX_PROJECT_FILES = 50_000
"""Files of one project, or of one directory argument, beyond which the walk stops and says so."""

SKIPPED_DIRECTORIES = frozenset(
    {
        ".git", ".hg", ".svn", ".bzr", "CVS", ".tox", ".nox", ".venv", "venv", "env", "node_modules", "__pycache__",
        "site-packages", "build", "dist", ".eggs", ".mypy_cache", ".ruff_cache", ".pytest_cache", ".ipynb_checkpoints",
    }
)  # fmt: skip
"""Never entered by a walk; a file in one of them is linted when it is named."""

REPOSITORY_MARKERS = (".git", ".hg")
PROJECT_MARKERS = ("pyproject.toml", "setup.py", "setup.cfg", "tox.ini", ".flake8")
_MARKERS = frozenset((*REPOSITORY_MARKERS, *PROJECT_MARKERS))
_VIRTUAL_ENVIRONMENT_MARKER = "pyvenv.cfg"


class Requested(NamedTuple):
    """A file that the user asked about.

    Attributes:
        path: absolute.
        root: the project it is analysed with.
    """

    path: str
    root: str


class Exclusion(NamedTuple):
    """Files that count as not there.

    Attributes:
        patterns: shell patterns. One without `/` is matched against every name on a file's path below its project
            root, one with `/` is absolute and matched against the path and all directories above it.
    """

    patterns: tuple[str, ...] = ()

    def covers(self, path: str, root: str) -> bool:
        """Is the file, or a directory between it and `root`, excluded?"""
        if not self.patterns:
            return False
        return any(self.covers_entry(entry, os.path.basename(entry)) for entry in (path, *_parents_below(path, root)))

    def covers_entry(self, path: str, name: str) -> bool:
        """Is this one directory entry excluded?"""
        posix = as_posix(path)
        return any(fnmatchcase(posix if "/" in pattern else name, pattern) for pattern in self.patterns)


class Walk:
    """The directories of one run, each tree walked once.

    Args:
        exclusion: what to leave out.
    """

    def __init__(self, exclusion: Exclusion | None = None) -> None:
        self.exclusion = exclusion or Exclusion()
        self._found: dict[str, tuple[list[str], list[Failure]]] = {}
        self._markers: dict[str, frozenset[str]] = {}

    def python_files(self, top: str) -> tuple[list[str], list[Failure]]:
        """All Python files below a directory, sorted. Symbolic links to directories are not followed.

        Directories that cannot be read, and a walk that had to stop, are reported beside the files.
        """
        if top not in self._found:
            self._found[top] = self._walk(top)
        return self._found[top]

    def has_marker(self, folder: str, markers: tuple[str, ...]) -> bool:
        """Is there a file or directory of one of those names, each of `REPOSITORY_MARKERS` or `PROJECT_MARKERS`?"""
        listed = self._markers.get(folder)
        return any(os.path.exists(os.path.join(folder, marker)) for marker in markers if listed is None or marker in listed)

    def _walk(self, top: str) -> tuple[list[str], list[Failure]]:
        files: list[str] = []
        failures: list[Failure] = []
        pending = [top]
        while pending:
            directory = pending.pop()
            WORK.directories_listed += 1
            try:
                with os.scandir(directory) as entries:
                    listed = sorted(entries, key=_name)
            except OSError as error:
                failures.append(Failure(as_posix(directory), f"cannot be read: {error.strerror or error}"))
                continue
            names = {entry.name.lower() for entry in listed}  # not every system tells upper from lower case
            self._markers[directory] = _MARKERS & names
            if directory != top and _VIRTUAL_ENVIRONMENT_MARKER in names:
                continue
            for entry in listed:
                if self.exclusion.patterns and self.exclusion.covers_entry(entry.path, entry.name):
                    continue
                if entry.is_dir(follow_symlinks=False):
                    if not _is_skipped(entry.name):
                        pending.append(entry.path)
                elif _is_source(entry.name) and not (entry.is_symlink() and os.path.isdir(entry.path)):
                    files.append(entry.path)
            if len(files) > MAX_PROJECT_FILES:
                message = f"more than {MAX_PROJECT_FILES} Python files: the rest was not looked at"
                failures.append(Failure(as_posix(top), message))
                del files[MAX_PROJECT_FILES:]
                break
        files.sort(key=in_order)
        return files, failures


def discover(
    paths: Iterable[Path], walk: Walk | None = None, virtual: Collection[Path] = ()
) -> tuple[tuple[Requested, ...], tuple[Failure, ...]]:
    """The files that `paths` stand for, each once, sorted; and the paths and directories that could not be read.

    Args:
        paths: files and directories, absolute or relative to the working directory.
        walk: what knows the directories of this run, and what to leave out, named or not.
        virtual: absolute paths that exist although the disk has none of them (an editor's unsaved buffer).
    """
    walk = walk or Walk()
    found: dict[str, Requested] = {}
    failures: list[Failure] = []
    roots = _Roots(walk)
    unsaved = {str(path) for path in virtual}
    for path in map(os.path.abspath, paths):
        if path not in unsaved and not os.path.exists(path):
            failures.append(Failure(as_posix(path), "no such file or directory"))
        elif path not in unsaved and os.path.isdir(path):
            files, problems = walk.python_files(path)
            failures.extend(problems)
            for file in files:
                root = roots.of(file, path)
                if not walk.exclusion.covers(file, root):
                    found.setdefault(file, Requested(file, root))
        else:
            root = roots.of(path, None)
            if not walk.exclusion.covers(path, root):
                found[path] = Requested(path, root)
    return tuple(found[file] for file in sorted(found, key=in_order)), tuple(failures)


def absolute(path: Path) -> Path:
    """The path from the root of the file system, `..` folded, symbolic links kept as the user wrote them."""
    return Path(os.path.abspath(path))


def as_posix(name: str) -> str:
    """The name as reports have it, with `/` on every system."""
    return name if os.sep == "/" else name.replace(os.sep, "/")


def in_order(name: str) -> str:
    """A key to sort names by, as `Path` sorts: directory by directory."""
    return os.path.normcase(name).replace(os.sep, "\0")


def project_files(root: str, requested: Sequence[str], walk: Walk | None = None) -> tuple[list[str], list[Failure]]:
    """The files that a project's analysis looks at: all below its root, and those asked for by name.

    In a directory that other things live in too (the home directory, `/tmp`), only the files beside those asked for.
    """
    failures: list[Failure] = []
    if _is_shared(root, _shared_folders()):
        files = [file for folder in {os.path.dirname(path) for path in requested} for file in _siblings(folder)]
        return sorted({*files, *requested}, key=in_order), failures
    files, failures = (walk or Walk()).python_files(root)
    others = set(requested).difference(files)
    return sorted([*files, *others], key=in_order) if others else files, failures


def project_root(path: str, argument: str | None = None) -> str:
    """The directory whose files are analysed together with `path`.

    The nearest directory above it with a repository; else the nearest with a project's configuration; else the
    directory argument it was found under; else the working directory if the file lies below it; else the directory
    above its topmost package.

    Args:
        path: an absolute path.
        argument: the directory on the command line that led to it.
    """
    return _Roots(Walk()).of(path, argument)


class _Roots:
    """Project roots, each directory looked at once."""

    def __init__(self, walk: Walk) -> None:
        self._walk = walk
        self._marked: dict[tuple[str, tuple[str, ...]], str | None] = {}
        self._root: dict[tuple[str, str | None], str] = {}
        self._shared = _shared_folders()

    def of(self, path: str, argument: str | None) -> str:
        key = (os.path.dirname(path), argument)
        if key not in self._root:
            self._root[key] = self._of_folder(*key)
        return self._root[key]

    def _of_folder(self, folder: str, argument: str | None) -> str:
        marked = self._nearest(folder, REPOSITORY_MARKERS) or self._nearest(folder, PROJECT_MARKERS)
        if marked is not None:
            return marked
        if argument is not None:
            return argument
        working = os.getcwd()
        if _is_below(folder, working) and not _is_shared(working, self._shared):
            return working
        while os.path.isfile(os.path.join(folder, "__init__.py")) and folder != os.path.dirname(folder):
            folder = os.path.dirname(folder)
        return folder

    def _nearest(self, folder: str, markers: tuple[str, ...]) -> str | None:
        key = (folder, markers)
        if key not in self._marked:
            parent = os.path.dirname(folder)
            if not _is_shared(folder, self._shared) and self._walk.has_marker(folder, markers):
                self._marked[key] = folder
            else:
                self._marked[key] = self._nearest(parent, markers) if folder != parent else None
        return self._marked[key]


def _name(entry: os.DirEntry[str]) -> str:
    return entry.name


def _is_source(name: str) -> bool:
    return name.endswith(SUFFIX) and not name.startswith("._")  # what macOS keeps beside a file on foreign disks


def _is_skipped(name: str) -> bool:
    return name in SKIPPED_DIRECTORIES or name.endswith((".egg", ".egg-info"))


def _shared_folders() -> frozenset[str]:
    """The home directory and the system's temporary one."""
    return frozenset(str(Path(name)) for name in (os.path.expanduser("~"), os.environ.get("TMPDIR", "/tmp")))


def _is_shared(folder: str, shared: frozenset[str]) -> bool:
    """Is this a directory that is nobody's project: one of those, or `/`?"""
    return folder in shared or folder == os.path.dirname(folder)


def _is_below(folder: str, top: str) -> bool:
    return folder == top or folder.startswith(os.path.join(top, ""))


def _siblings(folder: str) -> Iterator[str]:
    try:
        with os.scandir(folder) as entries:
            yield from (entry.path for entry in entries if _is_source(entry.name) and entry.is_file())
    except OSError:
        return


def _parents_below(path: str, root: str) -> Iterator[str]:
    parent = os.path.dirname(path)
    while parent != root:
        yield parent
        if parent == os.path.dirname(parent):
            return
        parent = os.path.dirname(parent)
