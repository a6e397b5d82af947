"""Settings from pyproject.toml, flake8's configuration and command lines, and which of them wins."""

from __future__ import annotations

from pathlib import Path

import pytest
from support import RESTORES_SCHEDULER_FIRST, Command, Project, flake8

from sched_lint.config import ConfigError, Selection, Settings, anchored, load, parse_torch_version

TRAIN = {"train.py": RESTORES_SCHEDULER_FIRST}
FOUND = [("train.py", "SCH101")]


def _table(lines: str) -> dict[str, str]:
    return {"pyproject.toml": "[project]\nname = 'x'\n\n[tool.sched-lint]\n" + lines + "\n"}


@pytest.mark.parametrize(
    ("select", "ignore", "reported"),
    [
        (None, None, {"SCH101", "SCH104", "SCH201"}),
        (["SCH"], None, {"SCH101", "SCH104", "SCH201"}),
        (["SCH1"], None, {"SCH101", "SCH104"}),
        (["SCH1"], ["SCH101"], {"SCH104"}),
        (["SCH101"], ["SCH1"], {"SCH101"}),
        (["SCH1"], ["SCH1"], set()),
        (None, ["SCH1"], {"SCH201"}),
        (None, ["S"], set()),
        ([], None, set()),
        (["SCH002"], None, {"SCH002"}),
        (["SCH0"], None, {"SCH002"}),
        (["SCH", "SCH002"], None, {"SCH002", "SCH101", "SCH104", "SCH201"}),
        (["SCH002"], ["SCH0"], {"SCH002"}),
        (["SCH0"], ["SCH002"], set()),
    ],
)
def test_selection(select: list[str] | None, ignore: list[str] | None, reported: set[str]) -> None:
    """SCH002 stands for the rules that are off by default: the tool's whole prefix does not switch them on."""
    codes = {"SCH002": False, "SCH101": True, "SCH104": True, "SCH201": True}
    selection = Selection.of(select, ignore)
    assert {code for code, default in codes.items() if selection.includes(code, default)} == reported


@pytest.mark.parametrize(
    ("select", "ignore", "reported"),
    [
        (None, None, {"SCH104"}),
        (["SCH101"], None, {"SCH101"}),
        (["SCH1"], None, {"SCH104"}),
        (None, ["SCH104"], {"SCH101"}),
        (None, [], {"SCH101", "SCH104"}),
        (["SCH2"], [], {"SCH201"}),
    ],
)
def test_a_command_line_overrides_the_configuration(
    select: list[str] | None, ignore: list[str] | None, reported: set[str]
) -> None:
    configured = Selection.of(["SCH1"], ["SCH101"])
    codes = ("SCH101", "SCH104", "SCH201")
    assert {code for code in codes if configured.overridden(select, ignore).includes(code)} == reported


def test_all_keys(project: Project) -> None:
    root = project(
        _table(
            "select = ['SCH1', 'SCH2']\nignore = ['SCH101']\npairs = [['train.py', 'sub/../resume.py']]\n"
            "torch-version = '2.6.1'\nexclude = ['old', 'tests/data/*.py', 'third_party/']\nmin-confidence = 'low'"
        )
    )
    assert load([Path()]) == Settings(
        selection=Selection.of(["SCH1", "SCH2"], ["SCH101"]),
        pairs=((root / "train.py", root / "resume.py"),),
        torch_version=(2, 6),
        exclude=("old", f"{root.as_posix()}/tests/data/*.py", "third_party"),
        min_confidence="low",
    )


def test_defaults(project: Project) -> None:
    project({"pyproject.toml": "[tool.other]\n"})
    assert load([Path()]) == Settings()


@pytest.mark.parametrize("paths", [["."], ["sub"], ["sub/deep/train.py"], ["sub/deep", "sub/a.py"], []])
def test_the_nearest_table_above_all_paths_counts(project: Project, paths: list[str]) -> None:
    project(_table("torch-version = '2.0'"))
    project({"sub/pyproject.toml": "[tool.other]\n", "sub/deep/train.py": "", "sub/a.py": "", "other/b.py": ""})
    assert load(map(Path, paths)).torch_version == (2, 0)


def test_a_table_nearer_to_the_paths_wins(project: Project) -> None:
    project(_table("torch-version = '2.0'"))
    project({"sub/pyproject.toml": "[tool.sched-lint]\ntorch-version = '1.13'\n", "sub/a.py": "", "b.py": ""})
    assert load([Path("sub/a.py")]).torch_version == (1, 13)
    assert load([Path("sub")]).torch_version == (1, 13)
    assert load([Path("sub/a.py"), Path("b.py")]).torch_version == (2, 0)


def test_the_search_ends_at_the_repository(project: Project) -> None:
    project({**_table("torch-version = '2.0'"), "repository/.git/HEAD": "", "repository/a.py": ""})
    assert load([Path("repository/a.py")]) == Settings()


@pytest.mark.parametrize(("text", "version"), [("2.6", (2, 6)), ("1.13.1", (1, 13)), ("2.6.0+cpu", (2, 6))])
def test_versions_of_torch(text: str, version: tuple[int, int]) -> None:
    assert parse_torch_version(text, "--torch-version") == version


@pytest.mark.parametrize("text", ["", "2", "2.x", "v2.6", "latest", "2.6-rc1"])
def test_what_is_no_version_of_torch(text: str) -> None:
    with pytest.raises(ConfigError, match=r"^--torch-version: not a version of torch"):
        parse_torch_version(text, "--torch-version")


def test_a_directory_may_look_like_a_pattern() -> None:
    assert anchored("old/*.py", Path("/data[1]")) == "/data[[]1]/old/*.py"
    assert anchored("*.py", Path("/data[1]")) == "*.py"


@pytest.mark.parametrize(
    ("table", "options", "found"),
    [
        ("select = ['SCH1']", (), FOUND),
        ("select = ['SCH2']", (), []),
        ("ignore = ['SCH101']", (), []),
        ("ignore = ['SCH101']", ("--select", "SCH101"), FOUND),
        ("ignore = ['SCH101']", ("--select", "SCH1"), []),
        ("exclude = ['train.py']", (), []),
        ("exclude = ['other.py']", (), FOUND),
        ("torch-version = '1.13'", (), FOUND),
    ],
)
def test_the_command_and_flake8_read_the_same_table(
    project: Project, sched_lint: Command, table: str, options: tuple[str, ...], found: list[tuple[str, str]]
) -> None:
    project({**TRAIN, **_table(table)})
    assert sched_lint("check", *options).codes == found
    assert flake8("--isolated", *(options or ("--select", "SCH"))).codes == found


def test_flake8_without_selection_reads_the_table(project: Project) -> None:
    project({**TRAIN, **_table("ignore = ['SCH101']")})
    assert flake8("--isolated").codes == []


@pytest.mark.parametrize(
    ("configuration", "found"),
    [
        ("select = SCH", []),
        ("select = SCH101", FOUND),
        ("extend-select = SCH101", FOUND),
        ("select = SCH\nsched-lint-exclude =", FOUND),
        ("select = SCH\nsched_lint_exclude = other.py, sub/", FOUND),
        ("select = SCH\nsched-lint-exclude = ./train.py", []),
        ("select = SCH\nsched-lint-exclude =\nextend-ignore = SCH101", []),
    ],
)
def test_the_configuration_of_flake8_wins(project: Project, configuration: str, found: list[tuple[str, str]]) -> None:
    """By the table alone nothing would be found."""
    table = "exclude = ['train.py']" if "exclude" in configuration else "ignore = ['SCH101']"
    project({**TRAIN, **_table(table), "setup.cfg": f"[flake8]\n{configuration}\n"})
    assert flake8().codes == found


@pytest.mark.parametrize(
    ("option", "message"),
    [
        ("sched-lint-torch-version = two", "sched-lint-torch-version: not a version of torch such as 2.6: 'two'"),
        ("sched-lint-min-confidence = all", "sched-lint-min-confidence: must be one of low, medium, high, not 'all'"),
        ("sched-lint-pairs = train.py", "sched-lint-pairs: not of the form train.py:resume.py: 'train.py'"),
    ],
)
def test_a_broken_option_in_the_configuration_of_flake8(project: Project, option: str, message: str) -> None:
    project({**TRAIN, "tox.ini": f"[flake8]\nselect = SCH\n{option}\n"})
    outcome = flake8()
    assert outcome.status == 1
    assert message in outcome.out
    assert "Traceback" not in outcome.out + outcome.err


# Nothing but the configuration says that these two belong together: other files, other folders, other names.
FIRST = """\
import torch
from torch.optim.lr_scheduler import StepLR
model = torch.nn.Linear(2, 2)
optimizer = torch.optim.SGD(model.parameters(), lr=0.1)
scheduler = StepLR(optimizer, step_size=30)
for epoch in range(90):
    optimizer.step()
    scheduler.step()
torch.save({"optimizer": optimizer.state_dict(), "scheduler": scheduler.state_dict()}, input())
"""
SECOND = """\
import torch
from torch.optim.lr_scheduler import StepLR
model = torch.nn.Linear(2, 2)
optimizer = torch.optim.SGD(model.parameters(), lr=0.1)
scheduler = StepLR(optimizer, step_size=10)
checkpoint = torch.load(input())
optimizer.load_state_dict(checkpoint["optimizer"])
scheduler.load_state_dict(checkpoint["scheduler"])
for epoch in range(90):
    optimizer.step()
    scheduler.step()
"""
SCRIPTS = {"a/alpha.py": FIRST, "b/beta.py": SECOND}
MISMATCH = [("b/beta.py", "SCH301")]


def test_configured_pairs(project: Project, sched_lint: Command) -> None:
    project(SCRIPTS)
    assert sched_lint("check").codes == []
    project(_table("pairs = [['a/alpha.py', 'b/beta.py']]"))
    assert sched_lint("check").codes == MISMATCH
    assert flake8("--isolated", "--select", "SCH").codes == MISMATCH


def test_pairs_in_the_configuration_of_flake8(project: Project, monkeypatch: pytest.MonkeyPatch) -> None:
    root = project({**SCRIPTS, ".flake8": "[flake8]\nselect = SCH\nsched-lint-pairs =\n    a/alpha.py:b/beta.py,\n"})
    assert flake8().codes == MISMATCH
    monkeypatch.chdir(root / "b")
    assert flake8().codes == [("beta.py", "SCH301")]
    assert flake8("--sched-lint-pairs=", ".").codes == []


def test_weak_findings_are_shown_on_request(project: Project, sched_lint: Command, monkeypatch: pytest.MonkeyPatch) -> None:
    from sched_lint import lint
    from sched_lint.findings import CONFIDENCES, Finding, Report

    def three(project: object, files: list[str], *_: object) -> Report:
        path = files[0]
        found = [
            Finding(path, line, 1, line, 2, "SCH101", "scheduler-restored-before-optimizer", "message", confidence)
            for line, confidence in enumerate(CONFIDENCES, start=1)
        ]
        return Report(tuple(found))

    monkeypatch.setattr(lint, "_analyse_project", three)
    project({"train.py": "# scheduler\n"})

    def lines(*options: str) -> list[int]:
        return [line for _, line, _, _ in sched_lint("check", *options).places]

    shown = {level: lines("--min-confidence", level) for level in CONFIDENCES}
    assert shown == {"low": [1, 2, 3], "medium": [2, 3], "high": [3]}
    assert lines() == [2, 3]
    project(_table("min-confidence = 'low'"))
    assert lines() == [1, 2, 3]
