"""The fixtures against the linter: every `# expect:` mark is found, and nothing else."""

from __future__ import annotations

import difflib
import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from proof.cases import FIXTURES, Case, expected, marks, python_files, rule_cases, silent_cases

from sched_lint.config import Selection, Settings
from sched_lint.lint import lint
from sched_lint.rules.registry import all_rules
from sched_lint.rules.rule import Rule

RULE_CASES = rule_cases()
SILENT_CASES = silent_cases()
# A file that cannot be parsed cannot be run either, so SCH001 has no fixtures.
DEMONSTRABLE = [rule for rule in all_rules() if rule.code != "SCH001"]
# Rules that are off by default are on here: they, too, find what is marked and nothing else.
EVERY_RULE = Settings(Selection().extended([rule.code for rule in all_rules() if not rule.default_enabled]))
MOST_LINES_CHANGED = 12  # lines of a twin that may differ: it corrects the mistake and is otherwise the same program


def _reported(folder: Path) -> list[tuple[str, int, str]]:
    report = lint([folder], EVERY_RULE)
    assert report.errors == ()
    return sorted((Path(finding.path).relative_to(folder).as_posix(), finding.line, finding.code) for finding in report.findings)


def _as_project(source: Path, parent: Path) -> Path:
    """A copy that is a project of its own, so that the cases around it cannot play a part."""
    project = parent.resolve() / "project"
    shutil.copytree(source, project)
    (project / ".git").mkdir()
    return project


@pytest.mark.parametrize("variant", ["bad", "good"])
@pytest.mark.parametrize("case", RULE_CASES, ids=str)
def test_case_is_reported_as_marked(case: Case, variant: str, tmp_path: Path) -> None:
    project = _as_project(case.variant(variant), tmp_path)
    assert _reported(project) == sorted(expected(case, variant))


@pytest.mark.parametrize("case", SILENT_CASES, ids=str)
def test_correct_program_is_left_in_peace(case: Case, tmp_path: Path) -> None:
    assert _reported(_as_project(case.variant(""), tmp_path)) == []


def test_all_cases_side_by_side_are_reported_as_marked(tmp_path: Path) -> None:
    # Every case has an optim.py, a train.py or a checkpoint.pt of its own: none may be taken for its neighbour's.
    project = _as_project(FIXTURES, tmp_path)
    assert _reported(project) == sorted([*marks(project), *_listed(project)])


def _listed(project: Path) -> Iterator[tuple[str, int, str]]:
    """What the case.toml files list, as it stands below the copy of all fixtures."""
    for case in RULE_CASES:
        bad = (project / case.rule / case.folder.name / "bad").relative_to(project)
        for file, line, code in (entry.split(":") for entry in case.expect):
            yield (bad / file).as_posix(), int(line), code


@pytest.mark.parametrize("rule", DEMONSTRABLE, ids=lambda rule: rule.code)
def test_every_rule_has_a_case(rule: Rule) -> None:
    folder = FIXTURES / f"{rule.code.lower()}_{rule.name.replace('-', '_')}"
    cases = [case for case in RULE_CASES if case.folder.parent == folder]
    assert cases
    assert all(python_files(case.variant(variant)) for case in cases for variant in ("bad", "good"))


def test_every_folder_of_cases_belongs_to_a_rule() -> None:
    folders = {f"{rule.code.lower()}_{rule.name.replace('-', '_')}" for rule in DEMONSTRABLE} | {"silent"}
    assert {path.name for path in FIXTURES.iterdir() if path.is_dir()} <= folders


@pytest.mark.parametrize("case", RULE_CASES, ids=str)
def test_only_the_bad_twin_is_marked(case: Case) -> None:
    assert case.code in {code for _, _, code in expected(case, "bad")}
    assert expected(case, "good") == []


@pytest.mark.parametrize("case", SILENT_CASES, ids=str)
def test_silent_case_is_not_marked(case: Case) -> None:
    assert python_files(case.variant(""))
    assert list(marks(case.variant(""))) == []


@pytest.mark.parametrize("case", RULE_CASES, ids=str)
def test_twin_is_the_same_program(case: Case) -> None:
    bad, good = case.variant("bad"), case.variant("good")
    names = [file.relative_to(bad) for file in python_files(bad)]
    assert names == [file.relative_to(good) for file in python_files(good)]
    changed = 0
    for name in names:
        before = [line.partition("  # expect:")[0] for line in (bad / name).read_text(encoding="utf-8").splitlines()]
        after = (good / name).read_text(encoding="utf-8").splitlines()
        changed += sum(line.startswith(("- ", "+ ")) for line in difflib.ndiff(before, after))
    assert 0 < changed <= MOST_LINES_CHANGED


def test_marks_are_comments_and_not_strings(tmp_path: Path) -> None:
    source = 'text = "# expect: SCH101"\nstep()  # expect: SCH201, SCH203\n"""\n# expect: SCH102\n"""\n'
    (tmp_path / "sample.py").write_text(source, encoding="utf-8")
    assert list(marks(tmp_path)) == [("sample.py", 2, "SCH201"), ("sample.py", 2, "SCH203")]
