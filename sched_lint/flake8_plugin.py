"""The face that flake8 sees.

flake8 hands over one file at a time, the analysis needs the project. So a run keeps one `_Run`, which lints everything
that flake8 was asked to check at the first question and answers the others from memory. Where flake8 uses worker
processes, its main process asks that first question: forked workers inherit the answer, others are handed it.

Suppressing comments and unreadable files are flake8's business: it has `# noqa`, E902 and E999 itself.
"""

from __future__ import annotations

import argparse
import multiprocessing
import os
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Any, ClassVar

from flake8 import utils
from flake8.exceptions import ExecutionError
from flake8.style_guide import Decision, DecisionEngine

from sched_lint import __version__, config, flake8_handover
from sched_lint.config import PREFIX, ConfigError, Selection, Settings

if TYPE_CHECKING:
    import ast

    from flake8.options.manager import OptionManager

    from sched_lint.findings import Finding, Report

_STDIN = "-"
_TOOL_WIDE = len(PREFIX)  # `--select SCH` switches the plugin on; only longer prefixes choose among its rules


class Plugin:
    """Yields the findings of one file; flake8 makes one instance for each."""

    name = "sched-lint"
    version = __version__
    _run: ClassVar[_Run | None] = None

    def __init__(self, tree: ast.AST, filename: str) -> None:
        """flake8 decides by the names of the parameters what it passes.

        Args:
            tree: asked for because its presence is what makes this a plugin that is called once per file.
            filename: as flake8 found it, or the display name of standard input.
        """
        self.filename = filename

    def run(self) -> Iterator[tuple[int, int, str, type[Plugin]]]:
        """Line from 1, column from 0, `CODE message`, and the plugin."""
        if Plugin._run is None:
            return
        for finding in Plugin._run.findings_in(self.filename):
            yield finding.line, finding.column - 1, f"{finding.code} {finding.message}", Plugin

    @staticmethod
    def add_options(manager: OptionManager) -> None:
        """Register the options, for the command line and for flake8's configuration files."""
        manager.add_option(
            "--sched-lint-pairs",
            metavar="TRAIN:RESUME,...",
            parse_from_config=True,
            comma_separated_list=True,
            help="Training and resume scripts that belong together.",
        )
        manager.add_option(
            "--sched-lint-torch-version",
            metavar="X.Y",
            parse_from_config=True,
            help="The torch that the code targets (default: the newest known).",
        )
        manager.add_option(
            "--sched-lint-exclude",
            metavar="PATTERNS",
            parse_from_config=True,
            comma_separated_list=True,
            normalize_paths=True,
            help="Files and directories that the analysis should take as not there.",
        )
        manager.add_option(
            "--sched-lint-min-confidence",
            metavar="LEVEL",
            parse_from_config=True,
            help="The weakest findings to report: low, medium or high (default: medium).",
        )

        manager.add_option(
            "--sched-lint-cache-dir",
            metavar="DIR",
            parse_from_config=True,
            normalize_paths=True,
            help="Where the cache is (default: the user's directory for caches).",
        )
        manager.add_option(
            "--sched-lint-no-cache",
            action="store_true",
            default=False,
            parse_from_config=True,
            help="Read and write no cache.",
        )

    @staticmethod
    def parse_options(options: argparse.Namespace) -> None:
        """Begin a run. flake8 calls this once, and once more in every worker that it does not fork."""
        Plugin._run = None
        if not _is_selected(options):
            return
        run = _Run(options)
        if _has_workers(options):
            run.lint(share=not _forks())
        Plugin._run = run


class _Run:
    """One run of flake8: its settings, and the findings of all files that it was asked to check."""

    def __init__(self, options: argparse.Namespace) -> None:
        self._options = options
        self._asked: tuple[str, ...] | None = None
        self._answered: set[str] = set()
        self._findings: dict[str, list[Finding]] = {}
        self._errors: dict[str, list[str]] = {}
        self._settings = _settings(options)

    def findings_in(self, filename: str) -> list[Finding]:
        """The findings of one file; prints what went wrong in it, since flake8 has no place for that."""
        from sched_lint.sources.discover import as_posix

        path = as_posix(os.path.abspath(filename))
        if path in self._answered:  # a program that keeps flake8 loaded checks again; the file may have changed
            self._asked = None
        self.lint()
        self._answered.add(path)
        for message in self._errors.pop(path, ()):
            print(f"sched-lint: {filename}: {message}", file=sys.stderr)
        return self._findings.get(path, [])

    def lint(self, share: bool = False) -> None:
        """Lint everything, unless that has been done. The paths are read anew: flake8's own API sets them late.

        Args:
            share: workers will start that inherit nothing of this process.
        """
        asked = tuple(self._options.filenames) or (".",)
        if asked == self._asked:
            return
        self._asked = asked
        self._answered.clear()
        self._findings.clear()
        self._errors.clear()
        received = flake8_handover.receive(asked)
        report = self._find() if received is None else received
        if share and received is None:
            flake8_handover.publish(asked, report)
        for finding in report.findings:
            self._findings.setdefault(finding.path, []).append(finding)
        for error in report.errors:
            if os.path.isfile(error.path):
                self._errors.setdefault(error.path, []).append(error.message)
            elif received is None:  # of what is no file's the main process has spoken
                print(f"sched-lint: {error.path}: {error.message}", file=sys.stderr)

    def _find(self) -> Report:
        from sched_lint.cache import Cache, default_directory
        from sched_lint.lint import find

        paths, contents = _paths(self._options)
        cache = None
        if not self._options.sched_lint_no_cache:
            cache = Cache(Path(self._options.sched_lint_cache_dir or default_directory()))
        return find(paths, self._settings, contents, tuple(_hidden(self._options)), cache)


def _paths(options: argparse.Namespace) -> tuple[list[Path], dict[Path, bytes]]:
    """What flake8 was asked to check, and the bytes of standard input under the name it is shown by."""
    from sched_lint.sources.discover import absolute
    from sched_lint.sources.reading import encode

    paths: list[Path] = []
    contents: dict[Path, bytes] = {}
    for name in options.filenames or ["."]:
        path = absolute(Path(options.stdin_display_name if name == _STDIN else name))
        paths.append(path)
        if name == _STDIN:
            contents[path] = encode(utils.stdin_get_value(), path)
    return paths, contents


def _is_selected(options: argparse.Namespace) -> bool:
    """Can flake8 report any code of ours? If not, nothing is read, not even a configuration."""
    chosen = [*(options.select or ()), *(options.extend_select or ())]
    if any(code.startswith(PREFIX) for code in chosen):
        return True
    return DecisionEngine(options).decision_for(PREFIX) is Decision.Selected


def _hidden(options: argparse.Namespace) -> Iterator[str]:
    """The codes, or beginnings of codes, that flake8 does not report, in some file or in any."""
    from sched_lint.rules.registry import all_rules

    engine = DecisionEngine(options)
    yield from (rule.code for rule in all_rules() if engine.decision_for(rule.code) is not Decision.Selected)
    if options.disable_noqa:
        yield PREFIX
    for _, codes in utils.parse_files_to_codes_mapping(options.per_file_ignores or ""):
        yield from codes


def _has_workers(options: argparse.Namespace) -> bool:
    """Will flake8 check files in other processes?"""
    if _STDIN in options.filenames:
        return False
    jobs: int = multiprocessing.cpu_count() if options.jobs.is_auto else options.jobs.n_jobs
    return jobs > 1


def _forks() -> bool:
    """Do worker processes inherit the memory of this one?"""
    method = multiprocessing.get_start_method(allow_none=True) or multiprocessing.get_all_start_methods()[0]
    return method == "fork"


def _settings(options: argparse.Namespace) -> Settings:
    """`[tool.sched-lint]` under flake8's configuration and command line.

    Raises:
        ExecutionError: where one of them is broken; flake8 prints it and fails.
    """
    try:
        settings = config.load(_paths_for_configuration(options))
        selection = _selection(settings.selection, options)
        changes = {key: value for key, value in _changes(options) if value is not None}
    except ConfigError as error:
        raise ExecutionError(f"sched-lint: {error}") from error
    return settings._replace(selection=selection, **changes)


def _paths_for_configuration(options: argparse.Namespace) -> list[Path]:
    names = options.filenames or ["."]
    return [Path(options.stdin_display_name if name == _STDIN else name) for name in names]


def _changes(options: argparse.Namespace) -> Iterator[tuple[str, Any]]:
    if options.sched_lint_torch_version is not None:
        version = options.sched_lint_torch_version
        yield "torch_version", config.parse_torch_version(version, "sched-lint-torch-version")
    if options.sched_lint_min_confidence is not None:
        confidence = options.sched_lint_min_confidence
        yield "min_confidence", config.parse_confidence(confidence, "sched-lint-min-confidence")
    if options.sched_lint_exclude is not None:
        yield "exclude", tuple(options.sched_lint_exclude)
    if options.sched_lint_pairs is not None:
        yield "pairs", tuple(_pair(item) for item in options.sched_lint_pairs)


def _pair(item: str) -> tuple[Path, Path]:
    """`train.py:resume.py`, from the nearest directory, the working one and upwards, that has both.

    flake8 does not tell plugins where its configuration stood; it is in one of those directories.
    """
    train, colon, resume = item.partition(":")
    if not (colon and train and resume):
        raise ConfigError(f"sched-lint-pairs: not of the form train.py:resume.py: {item!r}")
    working = Path.cwd()
    for folder in (working, *working.parents):
        if (folder / train).is_file() and (folder / resume).is_file():
            return folder / train, folder / resume
    return working / train, working / resume


def _selection(base: Selection, options: argparse.Namespace) -> Selection:
    """The selection of pyproject.toml, overridden where flake8 selects a rule or group of rules by an equal prefix.

    What flake8 ignores needs no word here: it filters what the plugin yields.
    """
    chosen = [*(options.select or ()), *(options.extend_select or ())]
    specific = [code for code in chosen if code.startswith(PREFIX) and len(code) > _TOOL_WIDE]
    return base._replace(choices=(*base.choices, *Selection.of(specific, (), rank=1).choices))
