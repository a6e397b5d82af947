"""The cache: what it spares, what it never changes, and what it does when it is broken."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest
from support import ROOT, Outcome, Project

from sched_lint.cache import Cache, Stored

FIXTURES = ROOT / "fixtures"
TRAIN = FIXTURES / "sch201_epoch_schedule_stepped_per_batch"

Command = Callable[..., Outcome]


@pytest.fixture
def tree(project: Project, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Two rules' fixtures as one project; the cache beside it."""
    chosen = ("sch101_scheduler_restored_before_optimizer", "sch201_epoch_schedule_stepped_per_batch")
    files = {
        f"tree/{path.relative_to(FIXTURES)}": path.read_bytes()
        for name in chosen
        for path in sorted((FIXTURES / name).rglob("*.py"))
    }
    top = project({"tree/.git/HEAD": "", **files})
    monkeypatch.chdir(top / "tree")
    return top / "tree"


def stored_file(top: Path) -> Path:
    (found,) = (top.parent / "cache").iterdir()
    return found


def test_results_are_the_same_cold_and_warm_and_without_a_cache(tree: Path, sched_lint: Command) -> None:
    without = sched_lint("check", "--no-cache")
    cold = sched_lint("check", "--cache-dir", "../cache")
    warm = sched_lint("check", "--cache-dir", "../cache")
    assert without.codes
    assert without == cold == warm


def test_results_are_the_same_in_any_order_of_paths_and_part_by_part(tree: Path, sched_lint: Command) -> None:
    names = sorted(path.relative_to(tree).as_posix() for path in tree.rglob("*.py"))
    whole = sched_lint("check", "--no-cache").codes
    assert sched_lint("check", "--no-cache", *names[::-1]).codes == whole
    part_by_part = [code for name in names for code in sched_lint("check", "--cache-dir", "../cache", name).codes]
    assert sorted(part_by_part) == sorted(whole)
    assert sched_lint("check", "--cache-dir", "../cache").codes == whole


def test_results_are_the_same_with_one_process_and_two(tree: Path, sched_lint: Command, monkeypatch: pytest.MonkeyPatch) -> None:
    one = sched_lint("check", "--no-cache", "--jobs", "1")
    monkeypatch.setattr("sched_lint.workers.WORTHWHILE", 0)
    assert one.codes
    assert sched_lint("check", "--no-cache", "--jobs", "2") == one


def test_a_change_shows(tree: Path, sched_lint: Command) -> None:
    before = sched_lint("check", "--cache-dir", "../cache").codes
    changed, code = before[0]
    text = (tree / changed).read_text()
    (tree / changed).write_text("import os\n")
    after = sched_lint("check", "--cache-dir", "../cache").codes
    assert (changed, code) not in after
    assert after == sched_lint("check", "--no-cache").codes
    (tree / changed).write_text(text)
    assert sched_lint("check", "--cache-dir", "../cache").codes == before


def test_a_new_file_shows(tree: Path, sched_lint: Command) -> None:
    before = sched_lint("check", "--cache-dir", "../cache").codes
    source = next(path for path in sorted(TRAIN.rglob("train.py")) if "bad" in path.parts)
    (tree / "another").mkdir()
    for path in source.parent.glob("*.py"):
        (tree / "another" / path.name).write_bytes(path.read_bytes())
    after = sched_lint("check", "--cache-dir", "../cache").codes
    assert set(before) < set(after)
    assert after == sched_lint("check", "--no-cache").codes


@pytest.mark.parametrize(
    "damage",
    [
        lambda data: data[: len(data) // 2],
        lambda data: data.replace(b"SCH101", b"SCH102"),
        lambda data: b"",
        lambda data: b"\xff\x00" * 100,
        lambda data: data.partition(b"\n")[2],
    ],
)
def test_a_broken_cache_is_said_and_made_anew(tree: Path, sched_lint: Command, damage: Callable[[bytes], bytes]) -> None:
    right = sched_lint("check", "--cache-dir", "../cache")
    path = stored_file(tree)
    path.write_bytes(damage(path.read_bytes()))
    again = sched_lint("check", "--cache-dir", "../cache")
    assert again.codes == right.codes
    assert "is broken, and is made anew" in again.err
    assert sched_lint("check", "--cache-dir", "../cache") == right


def test_what_another_version_left_is_not_believed(tree: Path, sched_lint: Command, monkeypatch: pytest.MonkeyPatch) -> None:
    right = sched_lint("check", "--cache-dir", "../cache")
    cache = Cache(tree.parent / "cache")
    monkeypatch.setattr("sched_lint.cache._tool", ["another"])
    cache.save(tree, Stored(groups=[]))
    monkeypatch.setattr("sched_lint.cache._tool", [])
    assert cache.load(tree) == Stored()
    assert sched_lint("check", "--cache-dir", "../cache") == right


def test_the_cache_holds_no_line_of_the_sources(tree: Path, sched_lint: Command) -> None:
    sched_lint("check", "--cache-dir", "../cache")
    stored = stored_file(tree).read_text()
    lines = {line.strip() for path in tree.rglob("*.py") for line in path.read_text().splitlines()}
    assert not [line for line in lines if len(line) > 25 and json.dumps(line)[1:-1] in stored]


def test_a_directory_that_cannot_be_written_to_changes_nothing(tree: Path, sched_lint: Command) -> None:
    right = sched_lint("check", "--no-cache")
    (tree.parent / "file").write_text("")
    assert sched_lint("check", "--cache-dir", "../file/cache") == right


def test_runs_at_the_same_time_leave_a_cache_that_holds(tree: Path, sched_lint: Command) -> None:
    right = sched_lint("check", "--no-cache")
    command = [sys.executable, "-m", "sched_lint", "check", "--cache-dir", "../cache"]
    running = [subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True) for _ in range(3)]
    assert {process.communicate()[0] for process in running} == {right.out}
    again = sched_lint("check", "--cache-dir", "../cache")
    assert (again.out, again.err) == (right.out, "")
    assert not [name for name in os.listdir(tree.parent / "cache") if name.startswith(".new-")]
