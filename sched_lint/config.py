"""The settings of a run: what the command line, `[tool.sched-lint]` and flake8's configuration can say."""

from __future__ import annotations

import glob
import os
import re
import sys
from collections.abc import Callable, Iterable, Mapping
from pathlib import Path
from typing import Any, NamedTuple

from sched_lint.findings import CONFIDENCES

PREFIX = "SCH"
FILE_NAME = "pyproject.toml"
SECTION = "sched-lint"

_CODE_PREFIX = re.compile(r"[A-Z]{1,3}[0-9]{0,3}")
_TORCH_VERSION = re.compile(r"(\d+)\.(\d+)(?:[.+].*)?")


class ConfigError(Exception):
    """A configuration that cannot be used.

    Attributes:
        path: the file, or "" where the value came from a command line.
        message: what is wrong, with the key.
    """

    def __init__(self, message: str, path: str = "") -> None:
        super().__init__(f"{path}: {message}" if path else message)
        self.path = path
        self.message = message


class Choice(NamedTuple):
    """One entry of a select or ignore list. Of the entries that match a code the longest decides, then the `rank`."""

    prefix: str
    on: bool
    rank: int


class Selection(NamedTuple):
    """Which codes are reported.

    Attributes:
        choices: the entries of all lists in force.
        exclusive: a select list is in force, so that codes no entry matches are off.
    """

    choices: tuple[Choice, ...] = ()
    exclusive: bool = False

    @classmethod
    def of(cls, select: Iterable[str] | None, ignore: Iterable[str] | None, rank: int = 0) -> Selection:
        """A selection from one pair of lists; `rank` says whose entry decides among equally long ones."""
        choices = [Choice(prefix, True, rank) for prefix in select or ()]
        choices += [Choice(prefix, False, rank) for prefix in ignore or ()]
        return cls(tuple(choices), select is not None)

    def includes(self, code: str, default: bool = True) -> bool:
        """Is `code` reported?

        Args:
            code: a rule's code.
            default: whether the rule is on where nothing is selected. One that is off is not switched on by a prefix
                that means the whole tool (`SCH`).
        """
        matching = [choice for choice in self.choices if code.startswith(choice.prefix)]
        if not default:
            matching = [choice for choice in matching if not choice.on or len(choice.prefix) > len(PREFIX)]
        if not matching:
            return default and not self.exclusive
        return max(matching, key=lambda choice: (len(choice.prefix), choice.rank, not choice.on)).on

    def ignores(self, code: str) -> bool:
        """Is `code` off because an ignore entry says so, not just because nothing selects it?"""
        return not self.includes(code) and any(not c.on and code.startswith(c.prefix) for c in self.choices)

    def overridden(self, select: Iterable[str] | None, ignore: Iterable[str] | None) -> Selection:
        """This selection under a command line: each of its lists replaces the one here, and wins where equally long."""
        stronger = Selection.of(select, ignore, rank=1)
        kept = [choice for choice in self.choices if (select if choice.on else ignore) is None]
        return Selection((*kept, *stronger.choices), self.exclusive if select is None else True)

    def extended(self, codes: Iterable[str], rank: int = 0) -> Selection:
        """This selection with more codes switched on, and none off."""
        return self._replace(choices=(*self.choices, *Selection.of(codes, (), rank).choices))


class Settings(NamedTuple):
    """Everything that a run can be told.

    Attributes:
        selection: which codes are reported.
        pairs: absolute paths of training and resume scripts that belong together.
        torch_version: the torch that the linted code targets, as (major, minor); None for the newest known.
        exclude: patterns of files that count as not there, as `sources.discover.Exclusion` takes them.
        min_confidence: the weakest findings that are shown.
    """

    selection: Selection = Selection()
    pairs: tuple[tuple[Path, Path], ...] = ()
    torch_version: tuple[int, int] | None = None
    exclude: tuple[str, ...] = ()
    min_confidence: str = "medium"


def load(paths: Iterable[Path]) -> Settings:
    """The settings of the nearest `pyproject.toml` with a `[tool.sched-lint]` table.

    It is looked for in the directory that `paths` have in common and above, up to the first repository.

    Raises:
        ConfigError: where that file, or one passed on the way, is broken.
    """
    for folder in _search_path(paths):
        file = folder / FILE_NAME
        if file.is_file():
            table = _read_table(file)
            if table is not None:
                return _settings(table, file)
    return Settings()


def parse_codes(value: str, what: str) -> tuple[str, ...]:
    """The code prefixes of a comma list, such as `SCH1,SCH201`.

    Raises:
        ConfigError: where one of them is no prefix of a code; `what` names the option.
    """
    codes = tuple(filter(None, re.split(r"[,\s]+", value)))
    for code in codes:
        _check_code(code, what)
    return codes


def parse_torch_version(value: str, what: str) -> tuple[int, int]:
    """(major, minor) of a version such as `2.6`, `2.6.1` or `2.6.0+cpu`."""
    match = _TORCH_VERSION.fullmatch(value)
    if match is None:
        raise ConfigError(f"{what}: not a version of torch such as 2.6: {value!r}")
    return int(match.group(1)), int(match.group(2))


def parse_confidence(value: str, what: str) -> str:
    """One of `findings.CONFIDENCES`."""
    if value not in CONFIDENCES:
        raise ConfigError(f"{what}: must be one of {', '.join(CONFIDENCES)}, not {value!r}")
    return value


def anchored(pattern: str, base: Path) -> str:
    """An exclude pattern as `Settings` keeps it: one with a `/` starts at `base`, one without matches any name."""
    bare = pattern.rstrip("/")
    if "/" not in bare:
        return bare
    return os.path.normpath(os.path.join(glob.escape(base.as_posix()), bare))


def _search_path(paths: Iterable[Path]) -> Iterable[Path]:
    absolute = [os.path.abspath(path) for path in paths] or [os.getcwd()]
    try:
        common = Path(os.path.commonpath(absolute))
    except ValueError:  # several drives
        return
    folder = common if common.is_dir() else common.parent
    for candidate in (folder, *folder.parents):
        yield candidate
        if any((candidate / marker).exists() for marker in (".git", ".hg")):
            return


def _read_table(file: Path) -> Mapping[str, object] | None:
    """The `[tool.sched-lint]` table, or None where the file has none."""
    try:
        data = file.read_bytes()
    except OSError as error:
        raise ConfigError(f"cannot be read: {error.strerror or error}", file.as_posix()) from error
    if sys.version_info >= (3, 11):
        import tomllib
    else:
        import tomli as tomllib
    try:
        document = tomllib.loads(data.decode("utf-8"))
    except UnicodeDecodeError as error:
        raise ConfigError(f"not UTF-8: {error.reason} at byte {error.start}", file.as_posix()) from error
    except (tomllib.TOMLDecodeError, RecursionError) as error:
        raise ConfigError(f"not valid TOML: {error}", file.as_posix()) from error
    tool = document.get("tool", {})
    table = tool.get(SECTION) if isinstance(tool, dict) else None
    if table is not None and not isinstance(table, dict):
        raise ConfigError(f"tool.{SECTION} must be a table", file.as_posix())
    return table


def _settings(table: Mapping[str, object], file: Path) -> Settings:
    for key in table:
        if key not in _KEYS:
            raise ConfigError(f"unknown key {_dotted(str(key))} (known: {', '.join(_KEYS)})", file.as_posix())
    try:
        values = {key: _KEYS[key](value, _dotted(key), file.parent) for key, value in table.items()}
    except ConfigError as error:
        raise ConfigError(error.message, file.as_posix()) from error
    selection = Selection.of(values.pop("select", None), values.pop("ignore", None))
    settings = Settings(selection=selection.extended(values.pop("extend-select", ())))
    return settings._replace(**{key.replace("-", "_"): value for key, value in values.items()})


def _dotted(key: str) -> str:
    return f"tool.{SECTION}.{key}"


def _strings(value: object, what: str) -> tuple[str, ...]:
    if not isinstance(value, list) or not all(isinstance(item, str) for item in value):
        raise ConfigError(f"{what} must be a list of strings")
    return tuple(value)


def _string(value: object, what: str) -> str:
    if not isinstance(value, str):
        raise ConfigError(f"{what} must be a string")
    return value


def _codes(value: object, what: str, base: Path) -> tuple[str, ...]:
    codes = _strings(value, what)
    for code in codes:
        _check_code(code, what)
    return codes


def _check_code(code: str, what: str) -> None:
    if not _CODE_PREFIX.fullmatch(code):
        raise ConfigError(f"{what}: not a code or the beginning of one: {code!r}")


def _pairs(value: object, what: str, base: Path) -> tuple[tuple[Path, Path], ...]:
    if not isinstance(value, list):
        raise ConfigError(f"{what} must be a list of [training script, resume script] pairs")
    pairs: list[tuple[Path, Path]] = []
    for item in value:
        if not (isinstance(item, list) and len(item) == 2 and all(isinstance(path, str) for path in item)):
            raise ConfigError(f"{what} must be a list of [training script, resume script] pairs, not {item!r}")
        pairs.append((_absolute(base, item[0]), _absolute(base, item[1])))
    return tuple(pairs)


def _absolute(base: Path, path: str) -> Path:
    return Path(os.path.abspath(base / path))


def _exclude(value: object, what: str, base: Path) -> tuple[str, ...]:
    return tuple(anchored(pattern, base) for pattern in _strings(value, what))


_KEYS: dict[str, Callable[[object, str, Path], Any]] = {
    "select": _codes,
    "ignore": _codes,
    "extend-select": _codes,
    "pairs": _pairs,
    "torch-version": lambda value, what, base: parse_torch_version(_string(value, what), what),
    "exclude": _exclude,
    "min-confidence": lambda value, what, base: parse_confidence(_string(value, what), what),
}
