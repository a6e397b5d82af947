"""SCH002: comments that silence nothing, under both faces; and every comment of which that cannot be said."""

from __future__ import annotations

from pathlib import Path

import pytest
from support import BUILDING, RESTORES_OPTIMIZER_FIRST, RESTORES_SCHEDULER_FIRST, Command, Project, flake8

from sched_lint.evaluate import core

LINES = RESTORES_SCHEDULER_FIRST.splitlines()
ON = ("--extend-select", "SCH002")
UNUSED = "SCH002"


def _with(comment: str, line: int = 7) -> str:
    """A program with SCH101 on line 7, and a comment on some line."""
    return "\n".join([*LINES[: line - 1], f"{LINES[line - 1]}  {comment}", *LINES[line:], ""])


# text, line and column of SCH002
REPORTED = {
    "another rule": (_with("# noqa: SCH201"), 7, 53),
    "another line": (_with("# noqa: SCH101", 8), 8, 53),
    "one of two": (_with("# noqa: SCH101, SCH102"), 7, 53),
    "beside another tool's": (_with("# noqa: E501,SCH201"), 7, 53),
    "after other words": (_with("# type: ignore  # noqa: SCH201"), 7, 69),
    "prefix": (_with("# noqa: SCH2"), 7, 53),
    "lower case": (_with("# noqa: sch101"), 7, 53),
    "no such rule": (_with("# noqa: SCH999"), 7, 53),
    "a line of its own": ("# noqa: SCH101\n" + RESTORES_SCHEDULER_FIRST, 1, 1),
    "a string of many lines": (RESTORES_OPTIMIZER_FIRST + "text = '''\n'''  # noqa: SCH201\n", 16, 6),
    "nothing at all about schedulers": ("x = 1  # noqa: SCH201\n", 1, 8),
}


@pytest.mark.parametrize("case", REPORTED)
def test_reported(project: Project, sched_lint: Command, case: str) -> None:
    text, line, column = REPORTED[case]
    project({"train.py": text})
    outcome = sched_lint("check", *ON)
    assert [place for place in outcome.places if place[3] == UNUSED] == [("train.py", line, column, UNUSED)]
    assert all(code != UNUSED for _, code in sched_lint("check").codes)


SILENT = {
    "used": _with("# noqa: SCH101"),
    "used prefix": _with("# noqa: SCH1"),
    "used, twice": _with("# noqa: SCH101, SCH1"),
    "blanket": _with("# noqa", 8),
    "blanket by its spelling": _with("# noqa : SCH201"),
    "another tool": _with("# noqa: E501", 8),
    "in a string": RESTORES_OPTIMIZER_FIRST + "x = '# noqa: SCH201'\n",
    "no comment of this kind": _with("# not noqa: see SCH201"),
    "its own code": _with("# noqa: SCH201, SCH002", 8),
    "its own prefix": _with("# noqa: SCH201, SCH0", 8),
    "the whole file": "# flake8: noqa\n" + _with("# noqa: SCH201", 8),
    "used for the whole file": "# flake8: noqa: SCH101\n" + RESTORES_SCHEDULER_FIRST,
    "a whole file for other tools too": "# flake8: noqa: E501,SCH201\n" + RESTORES_OPTIMIZER_FIRST,
    "no comment for the whole file": "x = 1  # flake8: noqa: SCH201\n",
    "a line of a string": RESTORES_SCHEDULER_FIRST.replace(
        '_dict(checkpoint["scheduler"])', '_dict(checkpoint[  \\\n"scheduler"])  # noqa: SCH101'
    ),
}


@pytest.mark.parametrize("case", SILENT)
def test_not_reported(project: Project, sched_lint: Command, case: str) -> None:
    project({"train.py": SILENT[case]})
    assert all(code != UNUSED for _, code in sched_lint("check", *ON).codes)


def test_flake8_says_the_same(project: Project, sched_lint: Command) -> None:
    """Of all cases at once, each in a folder that is a project of its own."""
    cases = {**{case: text for case, (text, _, _) in REPORTED.items()}, **SILENT}
    folders = {case: case.replace(" ", "_").replace(",", "") for case in cases}
    project({f"{folders[case]}/train.py": text for case, text in cases.items()})
    project({f"{folder}/.git/HEAD": "" for folder in folders.values()})
    outcome = flake8("--isolated", "--select", "SCH", *ON)
    assert outcome.places == sched_lint("check", *ON).places
    assert sum(code == UNUSED for _, code in outcome.codes) == len(REPORTED)


def test_a_comment_for_the_whole_file(project: Project, sched_lint: Command) -> None:
    """flake8 does not look into such a file at all."""
    project({"train.py": "import os\n# flake8: noqa: SCH101\n" + RESTORES_OPTIMIZER_FIRST})
    outcome = sched_lint("check", *ON)
    assert outcome.places == [("train.py", 2, 1, UNUSED)]
    assert "SCH002 nothing in this file is silenced by SCH101" in outcome.out
    assert flake8("--isolated", "--select", "SCH", *ON).places == []


@pytest.mark.parametrize("off", [("--ignore", "SCH201"), ("--select", "SCH1"), ("--select", "SCH1,SCH002")])
def test_a_code_that_the_run_does_not_look_for(project: Project, sched_lint: Command, off: tuple[str, str]) -> None:
    project({"train.py": _with("# noqa: SCH201", 8)})
    assert ("train.py", UNUSED) not in sched_lint("check", *off, *ON).codes


@pytest.mark.parametrize(
    "options",
    [
        ("--extend-ignore", "SCH201"),
        ("--per-file-ignores", "train.py:SCH2"),
        ("--disable-noqa",),
        ("--extend-ignore", "SCH002"),
    ],
)
def test_a_code_that_flake8_does_not_report(project: Project, options: tuple[str, ...]) -> None:
    project({"train.py": _with("# noqa: SCH201", 8)})
    assert flake8("--isolated", "--select", "SCH", *ON).codes[-1] == ("train.py", UNUSED)
    assert all(code != UNUSED for _, code in flake8("--isolated", "--select", "SCH", *ON, *options).codes)


def test_the_ways_to_switch_it_on(project: Project, sched_lint: Command) -> None:
    root = project({"train.py": _with("# noqa: SCH101,SCH201")})
    found = [("train.py", UNUSED)]
    assert sched_lint("check").codes == sched_lint("check", "--select", "SCH").codes == []
    assert sched_lint("check", "--select", "SCH,SCH002").codes == sched_lint("check", *ON).codes == found
    for table in ("extend-select = ['SCH002']", "extend-select = ['SCH0']", "select = ['SCH', 'SCH002']"):
        (root / "pyproject.toml").write_text(f"[tool.sched-lint]\n{table}\n")
        assert sched_lint("check").codes == found, table
        assert flake8("--isolated", "--select", "SCH").codes == found, table
        assert sched_lint("check", "--ignore", "SCH002").codes == []
    (root / "pyproject.toml").unlink()
    (root / ".flake8").write_text("[flake8]\nextend-select = SCH002\n")
    assert flake8("--select", "SCH,SCH002").codes == found


def test_a_finding_that_is_found_from_another_file(project: Project, sched_lint: Command) -> None:
    restore = "def restore(scheduler, optimizer, checkpoint):\n    scheduler.load_state_dict(checkpoint['s'])  # noqa: SCH101\n"
    restore += "    optimizer.load_state_dict(checkpoint['o'])  # noqa: SCH101\n"
    train = "\n".join(["from restore import restore", *BUILDING, "restore(scheduler, optimizer, checkpoint)", *LINES[8:], ""])
    project({"restore.py": restore, "train.py": train})
    expected = [("restore.py", 3, 49, UNUSED)]
    assert sched_lint("check", *ON).places == sched_lint("check", "restore.py", *ON).places == expected
    assert sched_lint("check", "train.py", *ON).places == []


def test_a_file_that_could_not_be_parsed(project: Project, sched_lint: Command) -> None:
    project({"train.py": _with("# noqa: SCH201", 8) + "def f(:\n"})
    assert ("train.py", UNUSED) not in sched_lint("check", *ON).codes


def test_an_analysis_that_was_cut_short(
    project: Project, sched_lint: Command, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    project({"train.py": _with("# noqa: SCH201", 8)})
    assert ("train.py", UNUSED) in sched_lint("check", *ON).codes
    monkeypatch.setattr(core, "MAX_STEPS", 5)
    assert sched_lint("check", "--no-cache", *ON).codes == []


@pytest.mark.parametrize("text", ["x = = 1  # noqa\n", "x = = 1  # NOQA: SCH001\n", "# flake8: noqa\nstep = = 1\n"])
def test_a_comment_silences_that_its_file_does_not_parse(project: Project, sched_lint: Command, text: str) -> None:
    project({"broken.py": text, "train.py": RESTORES_OPTIMIZER_FIRST})
    for _ in range(2):  # the second time from the cache
        assert sched_lint("check").codes == []
    project({"broken.py": text.replace("noqa", "nothing").replace("NOQA", "nothing")})
    assert sched_lint("check").codes == [("broken.py", "SCH001")]
