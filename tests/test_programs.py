"""Small programs of every style, each its own project: findings stand exactly where the marks say, and nowhere else.

Those under `founding/` are marked for the founding rules alone (restore order, cadence, agreement of training and resuming);
those under `catalogue/` for every rule.
"""

from __future__ import annotations

import re
import tokenize
from pathlib import Path

import pytest

from sched_lint.analysis import analyse_project
from sched_lint.config import Settings

PROGRAMS = Path(__file__).parent / "programs"
FOUNDING = frozenset({"SCH101", "SCH102", "SCH104", "SCH201", "SCH202", "SCH301", "SCH302", "SCH304"})
MARK = re.compile(r"#\s*expect:\s*(.+)")
CASES = sorted(case for case in PROGRAMS.glob("*/*/*") if case.is_dir())


def marks(folder: Path) -> set[tuple[str, int, str]]:
    """(file, line, code) of every `# expect:` comment below a folder."""
    found: set[tuple[str, int, str]] = set()
    for path in folder.rglob("*.py"):
        with path.open("rb") as stream:
            for token in tokenize.tokenize(stream.readline):
                match = MARK.match(token.string) if token.type == tokenize.COMMENT else None
                for code in re.findall(r"SCH\d{3}", match.group(1)) if match else ():
                    found.add((path.relative_to(folder).as_posix(), token.start[0], code))
    return found


def test_there_are_programs_with_and_without_mistakes() -> None:
    marked = [case for case in CASES if marks(case)]
    assert len(marked) > 200
    assert len(CASES) - len(marked) > 300


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.relative_to(PROGRAMS).as_posix())
def test_findings_stand_where_the_marks_are(case: Path) -> None:
    judged = FOUNDING if case.is_relative_to(PROGRAMS / "founding") else None
    report = analyse_project(case, sorted(case.rglob("*.py")), Settings(), {})
    found = {
        (Path(finding.path).relative_to(case).as_posix(), finding.line, finding.code)
        for finding in report.findings
        if finding.confidence != "low" and (judged is None or finding.code in judged)
    }
    assert report.errors == ()
    assert found == {mark for mark in marks(case) if judged is None or mark[2] in judged}
