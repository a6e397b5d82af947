"""The command `sched-lint`."""

from __future__ import annotations

import argparse
import gc
import os
import sys
from collections.abc import Sequence
from contextlib import suppress
from pathlib import Path
from typing import NoReturn, TextIO

from sched_lint import __version__, config
from sched_lint.findings import CONFIDENCES, Failure, Report

CLEAN, FOUND, FAILED, INTERRUPTED = 0, 1, 2, 130
"""Exit statuses: nothing found; findings; usage error, unreadable path or internal failure; Ctrl-C."""


def command() -> NoReturn:
    """The whole life of a process: `main` with the arguments of the process, and the quickest way out.

    What an analysis leaves behind is large and full of cycles. To look for them, or to take everything apart at the
    end, costs a tenth of a run and gains nothing: the memory goes with the process.
    """
    gc.disable()
    status = main()
    for stream in (sys.stdout, sys.stderr):
        with suppress(AttributeError, OSError, ValueError):  # closed, or not there at all
            stream.flush()
    if sys.getprofile() is None and sys.gettrace() is None:
        os._exit(status)
    sys.exit(status)  # who watches the process has something to write


def main(argv: Sequence[str] | None = None) -> int:
    """Run the command; returns its exit status and never raises.

    Args:
        argv: the arguments, without the program's name; those of the process when None.
    """
    for stream in (sys.stdout, sys.stderr):
        _never_fail_to_encode(stream)
    try:
        status = _run(argv)
        if sys.stdout is not None:
            sys.stdout.flush()
        return status
    except BrokenPipeError:  # the reader has seen enough (`| head`)
        _drop_output()
        return FOUND
    except KeyboardInterrupt:
        print("sched-lint: interrupted", file=sys.stderr)
        return INTERRUPTED
    except Exception as error:
        if isinstance(error, OSError):
            _drop_output()
        print(f"sched-lint: internal error: {type(error).__name__}: {error}", file=sys.stderr)
        return FAILED


def _run(argv: Sequence[str] | None) -> int:
    try:
        arguments = _parser().parse_args(argv)
    except SystemExit as exit_:  # argparse has printed its help, the version, or what is wrong
        return exit_.code if isinstance(exit_.code, int) else FAILED
    status: int = arguments.run(arguments)
    return status


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="sched-lint", description="Find mistakes in the use of PyTorch's learning-rate schedulers."
    )
    parser.add_argument("--version", action="version", version=f"sched-lint {__version__}")
    commands = parser.add_subparsers(title="commands", required=True, metavar="COMMAND")

    check = commands.add_parser(
        "check",
        help="lint files and directories",
        description="Lint files and directories. Exit status: 0 nothing found, 1 findings, 2 usage error or failure.",
    )
    check.add_argument("paths", nargs="*", type=Path, default=[Path()], metavar="PATH", help="default: .")
    check.add_argument("--select", metavar="CODES", help="report only these codes or prefixes, as SCH1,SCH201")
    check.add_argument("--ignore", metavar="CODES", help="do not report these; the longer of two prefixes decides")
    check.add_argument("--extend-select", metavar="CODES", help="report these too, as rules that are off by default")
    check.add_argument("--exclude", metavar="PATTERNS", help="files and directories to leave out, comma-separated")
    check.add_argument("--min-confidence", choices=CONFIDENCES, help="weakest findings to show (default: medium)")
    check.add_argument("--torch-version", metavar="X.Y", help="the torch that the code targets (default: the newest)")
    check.add_argument("--output-format", choices=("text", "json"), default="text", help="default: text")
    check.add_argument("--no-cache", action="store_true", help="read and write no cache")
    check.add_argument("--cache-dir", type=Path, metavar="DIR", help="where the cache is (default: the user's)")
    check.add_argument("--jobs", type=_jobs, metavar="N", help="most processes to use (default: one for each processor)")
    check.set_defaults(run=_check)

    rule = commands.add_parser("rule", help="explain a rule, or list all of them")
    rule.add_argument("code", nargs="?", metavar="CODE", help="a code such as SCH201, or a rule's name")
    rule.set_defaults(run=_rule)

    timeline = commands.add_parser("timeline", help="show what the analysis saw in a file, in program order")
    timeline.add_argument("file", type=Path, metavar="FILE")
    timeline.set_defaults(run=_timeline)
    return parser


def _jobs(value: str) -> int:
    number = int(value)
    if number < 1:
        raise ValueError(value)
    return number


def _check(arguments: argparse.Namespace) -> int:
    from sched_lint.cache import Cache, default_directory
    from sched_lint.lint import lint
    from sched_lint.workers import processors

    broken: tuple[Failure, ...] = ()
    try:
        settings = config.load(arguments.paths)
    except config.ConfigError as error:
        broken = (Failure(error.path, error.message),)
        settings = config.Settings()  # the files are still checked; the status says that something is wrong
    try:
        settings = _overridden(settings, arguments)
    except config.ConfigError as error:
        return _usage_error(error.message)
    cache = None if arguments.no_cache else Cache(arguments.cache_dir or default_directory())
    report = lint(arguments.paths, settings, cache=cache, jobs=arguments.jobs or processors())
    report = Report(report.findings, (*broken, *report.errors))
    _print(report, arguments.output_format)
    return FAILED if report.errors else FOUND if report.findings else CLEAN


def _overridden(settings: config.Settings, arguments: argparse.Namespace) -> config.Settings:
    """The settings under what the command line says."""
    select, ignore = (
        None if value is None else config.parse_codes(value, option)
        for value, option in ((arguments.select, "--select"), (arguments.ignore, "--ignore"))
    )
    settings = settings._replace(selection=settings.selection.overridden(select, ignore))
    if arguments.extend_select is not None:
        more = config.parse_codes(arguments.extend_select, "--extend-select")
        settings = settings._replace(selection=settings.selection.extended(more, rank=1))
    if arguments.exclude is not None:
        patterns = filter(None, map(str.strip, arguments.exclude.split(",")))
        settings = settings._replace(exclude=tuple(config.anchored(pattern, Path.cwd()) for pattern in patterns))
    if arguments.min_confidence is not None:
        settings = settings._replace(min_confidence=arguments.min_confidence)
    if arguments.torch_version is not None:
        version = config.parse_torch_version(arguments.torch_version, "--torch-version")
        settings = settings._replace(torch_version=version)
    return settings


def _print(report: Report, output_format: str) -> None:
    if output_format == "json":
        from sched_lint.output import json

        print(json.render(report), end="")
        return
    from sched_lint.output import text

    print(text.render_findings(report), end="")
    print(text.render_errors(report), end="", file=sys.stderr)


def _rule(arguments: argparse.Namespace) -> int:
    from sched_lint.rules.registry import all_rules, find_rule

    if arguments.code is None:
        for rule in all_rules():
            note = "" if rule.default_enabled else " (off by default)"
            print(f"{rule.code} {rule.name}: {rule.summary}{note}")
        return CLEAN
    found = find_rule(arguments.code)
    if found is None:
        return _usage_error(f"no rule {arguments.code!r}; `sched-lint rule` lists all of them")
    print(found.documentation.strip())
    return CLEAN


def _timeline(arguments: argparse.Namespace) -> int:
    from sched_lint.analysis import timeline_text
    from sched_lint.sources.discover import absolute, project_files, project_root
    from sched_lint.sources.nesting import parseable_text
    from sched_lint.sources.reading import SourceError, read_source
    from sched_lint.sources.syntax import check_syntax

    path = absolute(arguments.file)
    status = CLEAN
    try:
        check_syntax(parseable_text(read_source(path), path), path)
    except SourceError as error:
        print(f"sched-lint: {arguments.file}: {error.message}", file=sys.stderr)
        status = FAILED
        if not error.recoverable:
            return status
    root = project_root(str(path))
    files, _ = project_files(root, [str(path)])
    print(timeline_text(path, list(map(Path, files)), Path(root)), end="")
    return status


def _usage_error(message: str) -> int:
    print(f"sched-lint: error: {message}", file=sys.stderr)
    return FAILED


def _drop_output() -> None:
    """After a failed write, so that Python does not try to write the rest at exit and complain."""
    with suppress(OSError, ValueError):  # a standard output that is no file
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())


def _never_fail_to_encode(stream: TextIO | None) -> None:
    """File names may hold bytes that are no text, and the terminal may not know a character of a message."""
    reconfigure = getattr(stream, "reconfigure", None)
    if reconfigure is not None:
        reconfigure(errors="backslashreplace")
