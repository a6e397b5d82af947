"""sched-lint on a project with one file changed: only the programs that run through that file are evaluated again."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from injection.injection import Injection

from sched_lint.analysis import judge
from sched_lint.config import Settings
from sched_lint.evaluate.roots import evaluate
from sched_lint.findings import Finding, at_least
from sched_lint.project.imports import Project
from sched_lint.project.modules import Module
from sched_lint.project.relevant import Roots, roots_of
from sched_lint.timeline import Timeline


@dataclass(frozen=True, slots=True)
class Outcome:
    """What sched-lint says of an injection.

    Attributes:
        found: a finding of an expected code, which the original did not have, on the scheduler's lines.
        other: new findings that the mistake does not account for, as (code, path, line, message).
    """

    found: bool
    other: tuple[tuple[str, str, int, str], ...]


class Bench:
    """One project, its modules parsed once."""

    def __init__(self, root: Path, files: Sequence[Path]) -> None:
        self.root = root
        self.files = files
        self.project = Project(root, files)
        timelines, _ = evaluate(self.project, roots_of(self.project))
        self._touched = {timeline.path: _files_of(timeline) for timeline in timelines}
        self._before: dict[str, tuple[Finding, ...]] = {}

    def findings(self, path: Path, text: str | None) -> tuple[Finding, ...]:
        """The findings of the programs that run through a file, or stand beside it; `text` in the place of its contents."""
        project = Project(self.root, self.files, {path: text.encode()} if text is not None else {})
        for name, module in self.project.modules.items():
            if text is None or name != str(path):
                project.modules[name] = module
        roots = roots_of(project)
        concerned = Roots([root for root in roots.modules if self._concerns(root, path)], roots.leading)
        timelines, failed = evaluate(project, concerned)
        report = judge(project, timelines, failed, Settings())
        return tuple(finding for finding in report.findings if at_least(finding.confidence, "medium"))

    def _concerns(self, root: Module, path: Path) -> bool:
        return root.path.parent == path.parent or str(path) in self._touched.get(root.name, ())

    def before(self, path: Path) -> tuple[Finding, ...]:
        if str(path) not in self._before:
            self._before[str(path)] = self.findings(path, None)
        return self._before[str(path)]

    def judge(self, injection: Injection) -> Outcome:
        text, where, new = injection.edit.result()
        changed = str(injection.path)
        lines: dict[str, set[int]] = {}
        for path, found in injection.anchors().items():
            if str(path) == changed:
                lines[changed] = {where[line] for line in found if line in where} | new
            else:
                lines[str(path)] = found
        known = Counter(
            (finding.code, finding.path, where.get(finding.line, 0) if finding.path == changed else finding.line)
            for finding in self.before(injection.path)
        )
        found_it, other = False, []
        for finding in self.findings(injection.path, text):
            key = (finding.code, finding.path, finding.line)
            if known[key] > 0:
                known[key] -= 1
                continue
            places = [(finding.path, finding.line), *((related.path, related.line) for related in finding.related)]
            here = any(line in lines.get(path, ()) for path, line in places)
            if finding.code in injection.codes and here:
                found_it = True
            elif not (finding.code in injection.also and here):
                other.append((finding.code, finding.path, finding.line, finding.message))
        return Outcome(found_it, tuple(other))

    def already(self, injection: Injection) -> bool:
        """Has the original a finding of the expected codes on the scheduler's lines?"""
        anchors = {str(path): lines for path, lines in injection.anchors().items()}
        return any(
            finding.code in injection.codes
            and any(
                line in anchors.get(path, ())
                for path, line in [(finding.path, finding.line), *((r.path, r.line) for r in finding.related)]
            )
            for finding in self.before(injection.path)
        )


def _files_of(timeline: Timeline) -> frozenset[str]:
    return frozenset(site.path for event in timeline.events for site in event.line_of_calls()) | {timeline.path}
