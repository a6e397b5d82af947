"""The one pipeline: paths and settings in, a report out. The command line and flake8 are faces over it."""

from __future__ import annotations

import warnings
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from itertools import groupby
from pathlib import Path
from typing import TYPE_CHECKING

from sched_lint.cache import Cache
from sched_lint.config import Settings
from sched_lint.findings import CONFIDENCES, UNPARSED_CODE, UNUSED_CODE, UNUSED_NAME, Failure, Finding, Report, at_least, unparsed
from sched_lint.incremental import Incremental
from sched_lint.room import roomy
from sched_lint.sources.discover import Exclusion, Requested, Walk, as_posix, discover, in_order, project_files
from sched_lint.sources.reading import SourceError, decode
from sched_lint.sources.shelf import Shelf

if TYPE_CHECKING:
    from sched_lint.sources.suppressions import Suppressions

FEW = 64
"""Files up to which each is asked whether a finding can stand in it, before their project is looked at."""
SYNTAX_CHECK_BYTES = 256 * 1024
"""Files that speak of no scheduler are checked for their syntax too while all of them together are no larger."""

Contents = Mapping[Path, bytes]
"""Bytes that stand for those on disk, by absolute path: an editor's unsaved buffer."""


@roomy
def lint(
    paths: Iterable[Path], settings: Settings, contents: Contents | None = None, cache: Cache | None = None, jobs: int = 1
) -> Report:  # fmt: skip
    """Everything there is to say about the files that `paths` stand for.

    Args:
        paths: files and directories, absolute or relative to the working directory.
        settings: what to report, and what the analysis should know.
        contents: see `Contents`.
        cache: where runs leave what the next one need not find out again; None for nowhere.
        jobs: the most processes to use; more than one are only started where they pay.

    Returns:
        Findings without those that a `# noqa` silences, and what could not be looked at; both sorted.
    """
    walk = Walk(Exclusion(settings.exclude))
    requested, failures = discover(paths, walk, (contents or {}).keys())
    projects = _Projects(Shelf(contents, cache is not None), walk, settings, cache, jobs)
    sources = projects.survey(requested)
    report = projects.analyse(sources)
    broken = {error.path: error for error in (*sources.unreadable, *projects.unparsed(sources, report))}
    findings = {
        unparsed(path.as_posix(), error.message, error.line, error.column)
        for path, error in broken.items()
        if not settings.selection.ignores(UNPARSED_CODE)
    }
    in_doubt = {path.as_posix() for path in broken}
    findings.update(each for each in report.findings if each.code != UNUSED_CODE or each.path not in in_doubt)
    audible = tuple(sorted(_audible(findings, projects.shelf)))
    projects.keep()
    return Report(audible, tuple(sorted({*failures, *report.errors})))


@roomy
def find(
    paths: Iterable[Path], settings: Settings, contents: Contents | None = None, hidden: tuple[str, ...] = (),
    cache: Cache | None = None,
) -> Report:  # fmt: skip
    """As `lint`, for a caller that reports unreadable files and honours `# noqa` by itself.

    Args:
        hidden: prefixes of codes that the caller may not show: a suppression of them is not called unused.
    """
    walk = Walk(Exclusion(settings.exclude))
    requested, _ = discover(paths, walk, (contents or {}).keys())
    projects = _Projects(Shelf(contents, cache is not None), walk, settings, cache)
    report = projects.analyse(projects.survey(requested), (UNPARSED_CODE, *hidden))
    projects.keep()
    return Report(tuple(finding for finding in report.findings if finding.code != UNPARSED_CODE), report.errors)


class _Sources:
    """What a first look at the requested files says.

    Attributes:
        relevant: those that speak of schedulers.
        others: the rest, and how many bytes they are together.
        unreadable: why a file was neither.
    """

    def __init__(self) -> None:
        self.relevant: list[Requested] = []
        self.others: list[Requested] = []
        self.other_bytes = 0
        self.unreadable: list[SourceError] = []


class _Projects:
    """The projects that the requested files belong to."""

    def __init__(self, shelf: Shelf, walk: Walk, settings: Settings, cache: Cache | None, jobs: int = 1) -> None:
        self.shelf = shelf
        self._walk = walk
        self._jobs = jobs
        self._settings = settings
        self._cache = cache
        self._projects: dict[str, Incremental] = {}

    def _project(self, root: str) -> Incremental:
        if root not in self._projects:
            self._projects[root] = Incremental(Path(root), self.shelf, self._cache, self._jobs)
        return self._projects[root]

    def keep(self) -> None:
        """Leave what was found out to the runs to come."""
        for project in self._projects.values():
            project.keep()

    def survey(self, requested: Iterable[Requested]) -> _Sources:
        """A first look at the requested files."""
        sources = _Sources()
        for file in requested:
            self._project(file.root).surveyed.append(file.path)  # what it knows of files spares looking at them
            try:
                facts = self.shelf.facts(file.path)
                if facts.problem is not None:
                    raise SourceError(file.path, *facts.problem)
            except SourceError as error:
                sources.unreadable.append(error)
                continue
            if facts.relevant:
                sources.relevant.append(file)
            else:
                sources.others.append(file)
                sources.other_bytes += facts.size
        return sources

    def analyse(self, sources: _Sources, hidden: tuple[str, ...] = ()) -> Report:
        """The findings in the files that the settings ask for; a project is analysed once for all of its files."""
        settings, shelf = self._settings, self.shelf
        findings: list[Finding] = []
        errors: set[Failure] = set()
        whole: set[str] = set()
        broken: set[str] = set()
        for root, wanted in sorted(self._wanted(sources).items(), key=lambda item: in_order(item[0])):
            project, failures = project_files(root, wanted, self._walk)
            errors.update(failures)
            report = _analyse_project(self._project(root), project, wanted, settings)
            if _looks_for_unused(settings) and not report.incomplete:
                findings += _unused(wanted, report, settings, shelf, hidden)
            whole |= report.whole
            broken |= report.broken
            names = {as_posix(name): name for name in wanted}
            others = set(map(as_posix, project)) - names.keys()
            found = (each for each in report.findings if each.path in names and _holds(shelf.is_place, names[each.path]))
            findings += (each for each in found if _is_wanted(each, settings))
            errors.update(error for error in report.errors if error.path not in others)
        return Report(_once(findings), tuple(sorted(errors)), whole=frozenset(whole), broken=frozenset(broken))

    def _wanted(self, sources: _Sources) -> dict[str, list[str]]:
        """The files that something may have to be said of, by their project's root.

        That is every file of a project that is looked through anyway, for one that speaks of schedulers: to ask each of many
        whether a finding can stand in it takes longer than what is saved by those in which none can.
        """
        speaking = {file.root for file in sources.relevant}
        wanted: dict[str, list[str]] = {}
        for file in (*sources.relevant, *sources.others):
            wanted.setdefault(file.root, []).append(file.path)
        for root, names in wanted.items():
            if root not in speaking or len(names) <= FEW:
                wanted[root] = [name for name in names if self._may_matter(name)]
        return {root: names for root, names in wanted.items() if names}

    def _may_matter(self, name: str) -> bool:
        shelf = self.shelf
        return _holds(shelf.is_place, name) or (_looks_for_unused(self._settings) and _holds(shelf.may_silence, name))

    def unparsed(self, sources: _Sources, report: Report) -> Iterator[SourceError]:
        """Which files do not parse, and why. Those that the analysis has parsed are not parsed again."""
        suspects = [*sources.relevant, *(sources.others if sources.other_bytes <= SYNTAX_CHECK_BYTES else ())]
        for file in suspects:
            name = as_posix(file.path)
            if name in report.whole:
                continue
            project, digest = self._project(file.root), self.shelf.facts(file.path).digest
            if digest in project.stored.syntax:
                problem = project.stored.syntax[digest]
            else:
                problem = _syntax_problem(file, self.shelf.data(file.path), name in report.broken)
                if not self.shelf.changed_meanwhile([file.path]):
                    project.checked(digest, problem)
            if problem is not None:
                yield SourceError(file.path, *problem)


def _analyse_project(project: Incremental, files: Sequence[str], wanted: Sequence[str], settings: Settings) -> Report:
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")  # of invalid escapes in the linted strings
            return project.report(files, wanted, settings)
    except Exception as error:  # whatever goes wrong inside, the other projects are still checked
        failure = Failure(project.root.as_posix(), f"internal error: {type(error).__name__}: {error}")
        return Report(errors=(failure,), incomplete=True)


def _once(findings: Sequence[Finding]) -> tuple[Finding, ...]:
    """The findings in their order, one for what a rule says of a place, however many programs come by it.

    What differs between a training run and the one that resumes it is said of each pair.
    """
    if not findings:
        return ()
    from sched_lint.rules.registry import find_rule

    kept: dict[tuple[object, ...], Finding] = {}
    for finding in sorted(findings, key=lambda each: (-CONFIDENCES.index(each.confidence), each)):
        rule = find_rule(finding.code)
        of_one_run = rule is not None and rule.check is not None
        kept.setdefault((finding.path, finding.line, finding.column, finding.code, "" if of_one_run else finding), finding)
    return tuple(sorted(kept.values()))


def _looks_for_unused(settings: Settings) -> bool:
    return settings.selection.includes(UNUSED_CODE, default=False)


def _unused(
    files: Collection[str], report: Report, settings: Settings, shelf: Shelf, hidden: tuple[str, ...]
) -> Iterator[Finding]:
    """The `# noqa` comments that silence nothing of all that was found, shown or not."""
    from sched_lint.rules.registry import all_rules

    on = {rule.code for rule in all_rules() if settings.selection.includes(rule.code, rule.default_enabled)}
    on = {code for code in on if not code.startswith(hidden)}
    known = [rule.code for rule in all_rules()]
    for path in files:
        suppressions = _suppressions(path, shelf)
        if suppressions is None:
            continue
        name = as_posix(path)
        found = [(finding.line, finding.code) for finding in report.findings if finding.path == name]
        for entry, codes in suppressions.unused(found, known, on.__contains__):
            where = "in this file" if entry.whole_file else "on this line"
            idle = " and ".join(codes)
            yield Finding(
                name, entry.line, entry.column, entry.line, entry.end_column, UNUSED_CODE, UNUSED_NAME,
                f"nothing {where} is silenced by {idle}: take it out of this comment", "high",
            )  # fmt: skip


def _is_wanted(finding: Finding, settings: Settings) -> bool:
    from sched_lint.rules.registry import find_rule

    rule = find_rule(finding.code)
    on_by_default = rule is None or rule.default_enabled
    if finding.code == UNPARSED_CODE:
        return not settings.selection.ignores(UNPARSED_CODE)
    return settings.selection.includes(finding.code, on_by_default) and at_least(finding.confidence, settings.min_confidence)


def _syntax_problem(file: Requested, data: bytes, is_broken: bool) -> tuple[str, int, int] | None:
    from sched_lint.sources.nesting import parseable_text
    from sched_lint.sources.syntax import GrammarError, check_syntax

    try:
        check_syntax(parseable_text(data, file.path), file.path)
    except GrammarError as error:
        # Another Python's grammar is no mistake: libcst, which knows them all, has the last word.
        return (error.message, error.line, error.column) if is_broken or not _libcst_parses(file, data) else None
    except SourceError as error:
        return error.message, error.line, error.column
    return None


def _libcst_parses(file: Requested, data: bytes) -> bool:
    from sched_lint.project.modules import Module

    module = Module(Path(file.path), Path(file.root), data)
    return module.parses_whole


def _audible(findings: Iterable[Finding], shelf: Shelf) -> Iterable[Finding]:
    """The findings that no comment silences."""

    def path_of(finding: Finding) -> str:
        return finding.path

    for path, group in groupby(sorted(findings, key=path_of), key=path_of):
        suppressions = _suppressions(str(Path(path)), shelf)
        yield from (each for each in group if suppressions is None or not suppressions.silences(each.line, each.code))


def _holds(question: Callable[[str], bool], name: str) -> bool:
    """The answer about a file; no, where it was there a moment ago and cannot be read any more."""
    try:
        return question(name)
    except SourceError:
        return False


def _suppressions(name: str, shelf: Shelf) -> Suppressions | None:
    """What the comments of a file silence; None where there are none, or no text."""
    try:
        if not shelf.may_silence(name):
            return None
        from sched_lint.sources.suppressions import Suppressions

        return Suppressions(decode(shelf.data(name), name))
    except SourceError:
        return None
