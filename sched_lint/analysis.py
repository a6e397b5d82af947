"""One project through the house: relevant modules, their timelines, the rules, the findings."""

from __future__ import annotations

import gc
from collections.abc import Callable, Collection, Iterator, Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from sched_lint.config import Settings
from sched_lint.findings import Failure, Finding, Related, Report, merged
from sched_lint.project.imports import Project
from sched_lint.project.relevant import Roots, doubtful_importers, reach_of, roots_of
from sched_lint.rules.pairing import find_pairs
from sched_lint.rules.registry import all_rules
from sched_lint.rules.rule import Diagnosis, Rule
from sched_lint.sources.shelf import Shelf
from sched_lint.timeline import Timeline
from sched_lint.work import WORK

if TYPE_CHECKING:
    from sched_lint.evaluate.roots import Evaluator

MANY_TREES = 8000
"""Trees of modules and functions that are kept in memory for the groups of programs to come."""


def analyse_project(root: Path, files: Sequence[Path], settings: Settings, contents: Mapping[Path, bytes]) -> Report:
    """All findings of a project, of every rule and confidence; nothing is filtered here.

    Args:
        root: the project's root.
        files: its Python files.
        settings: of which the pairs matter here.
        contents: bytes that stand for those of a file (standard input).
    """
    analysis = Analysis(root, sorted({*files, *contents}), settings, Shelf(contents).data)
    return merged(analysis.report(group)[0] for group in analysis.groups)


class Analysis:
    """A project, group of programs by group (see `Roots.groups`).

    Args:
        root: the project's root.
        files: its Python files.
        settings: of which the pairs and the version of torch matter here.
        read: gives the bytes of a file.
        relevant: see `Project`.

    Attributes:
        groups: the groups of programs, none of which has anything to do with another.
    """

    def __init__(
        self, root: Path, files: Sequence[Path | str], settings: Settings, read: Callable[[str], bytes],
        relevant: Callable[[str], bool] | None = None,
    ) -> None:  # fmt: skip
        self.project = Project(root, files, read=read, relevant=relevant)
        self._settings = settings
        self.groups = roots_of(self.project).groups((str(train), str(resume)) for train, resume in settings.pairs)
        self._evaluator: Evaluator | None = None
        self._parsed = WORK.trees_parsed

    def reach(self, group: Roots) -> frozenset[str] | None:
        """The paths of the files that a group's programs may come to; None where that cannot be told."""
        return reach_of(self.project, group)

    def report(self, group: Roots) -> tuple[Report, frozenset[str]]:
        """What is found in the programs of a group, and the paths of the files that this rests on."""
        from sched_lint.evaluate.roots import Evaluator

        if self._evaluator is None:
            self._evaluator = Evaluator(self.project, [module.name for each in self.groups for module in each.modules])
        timelines = self._evaluator.run(group)
        used = self._evaluator.used_by(group.modules)
        report = judge(self.project, timelines, self._evaluator.failures, self._settings, used)
        if WORK.trees_parsed - self._parsed > MANY_TREES:
            self.forget()
            gc.collect()
        return report, frozenset(used)

    def forget(self) -> None:
        """Let go of everything parsed and evaluated; a report that is asked for later does it again."""
        self._parsed = WORK.trees_parsed
        self._evaluator = None
        self.project.forget()


def judge(
    project: Project, timelines: list[Timeline], failed: Sequence[tuple[str, str]], settings: Settings,
    used: Collection[str] | None = None,
) -> Report:  # fmt: skip
    """What the rules say of evaluated programs; `used` are the modules that they rest on, all by default."""
    runs = [timeline for timeline in timelines if not timeline.alone]
    target = settings.torch_version or project.torch
    for timeline in timelines:
        timeline.torch_version = f"{target[0]}.{target[1]}" if target is not None else None
        module = project.module(timeline.path)
        if module is not None and module.in_doubt:
            timeline.notes.append("a part of this file that speaks of training cannot be parsed")
    alive = frozenset(place for timeline in runs for place in timeline.stepped_by_their_makers())
    for timeline in timelines:
        timeline.stepped_elsewhere = alive
    findings: dict[tuple[str, int, int, str, str], Finding] = {}
    failures = [Failure(path, message) for path, message in failed]
    for timeline in timelines:
        for rule in all_rules():
            if rule.check is not None and not (timeline.alone and rule.needs_run):
                _collect(rule, timeline.path, rule.check, timeline, findings, failures)
    for pair in _pairs(runs, settings, project.root, failures):
        for rule in all_rules():
            if rule.check_pair is not None:
                _collect(rule, pair.resumed.timeline.path, rule.check_pair, pair, findings, failures)  # type: ignore[attr-defined]
    incomplete = bool(failures) or any(timeline.notes for timeline in runs)
    modules = [project.modules[name] for name in (project.modules if used is None else used) if name in project.modules]
    doubtful = doubtful_importers(modules)
    certain = (finding for finding in findings.values() if _is_certain(project, finding, doubtful))
    whole = frozenset(module.path.as_posix() for module in modules if module.state == "whole")
    broken = frozenset(module.path.as_posix() for module in modules if module.state == "broken")
    return Report(tuple(sorted(certain)), tuple(sorted(set(failures))), incomplete, whole, broken)


def _is_certain(project: Project, finding: Finding, doubtful: set[str]) -> bool:
    """Does a finding stand clear of what could not be parsed?"""
    places = ((finding.path, finding.line), *((related.path, related.line) for related in finding.related))
    modules = ((project.module(path), line) for path, line in places)
    return not any(module is not None and (module.name in doubtful or module.is_doubtful(line)) for module, line in modules)


def _pairs(timelines: list[Timeline], settings: Settings, root: Path, failures: list[Failure]) -> list[object]:
    configured = [(str(train), str(resume)) for train, resume in settings.pairs]
    try:
        return list(find_pairs(timelines, configured))
    except Exception as error:  # no failure of ours may take the run down
        failures.append(Failure(str(root), f"internal error while pairing runs: {type(error).__name__}: {error}"))
        return []


def _collect(
    rule: Rule, path: str, check: object, subject: object, findings: dict[tuple[str, int, int, str, str], Finding],
    failures: list[Failure],
) -> None:  # fmt: skip
    try:
        for diagnosis in check(subject):  # type: ignore[operator]
            finding = _finding(rule, diagnosis)
            place = (finding.path, finding.line, finding.column, finding.code, "" if rule.check else finding.message)
            known = findings.get(place)
            if known is None or _strength(finding) > _strength(known):
                findings[place] = finding
    except Exception as error:  # no failure of ours may take the run down
        failures.append(Failure(path, f"internal error in rule {rule.code}: {type(error).__name__}: {error}"))


def _strength(finding: Finding) -> int:
    return ("low", "medium", "high").index(finding.confidence)


def _finding(rule: Rule, diagnosis: Diagnosis) -> Finding:
    span = diagnosis.site.span
    related = tuple(Related(site.path, site.line, message) for site, message in diagnosis.related)
    return Finding(
        diagnosis.site.path, span.line, span.column, span.end_line, span.end_column, rule.code, rule.name,
        diagnosis.message, diagnosis.confidence, related,
    )  # fmt: skip


def timeline_text(path: Path, files: Sequence[Path], root: Path) -> str:
    """The events of one file's program as text, for a reader who asks "why?"."""
    from sched_lint.evaluate.roots import evaluate
    from sched_lint.output.timeline import render

    project = Project(root, files)
    module = project.module(path)
    if module is None:
        module = Project(root, [path]).module(path)
    assert module is not None
    chosen = roots_of(project)
    if module not in chosen.modules:
        chosen.modules.append(module)
    timelines, failed = evaluate(project, chosen)
    found = [timeline for timeline in timelines if timeline.path == str(path)]
    left_out = module.recovery.masked if module.parses and module.recovery is not None else ()
    notes = "".join(f"note: {_lines_of(*lines)} left out\n" for lines in sorted(left_out))
    return "".join(_lines(found, failed, render)) + notes


def _lines_of(first: int, last: int) -> str:
    plain = first == last
    return f"line {first} cannot be parsed and was" if plain else f"lines {first} to {last} cannot be parsed and were"


def _lines(timelines: list[Timeline], failed: list[tuple[str, str]], render: object) -> Iterator[str]:
    for timeline in timelines:
        yield render(timeline)  # type: ignore[operator]
    for path, message in failed:
        yield f"{path}: {message}\n"
