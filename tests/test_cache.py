"""The cache: what it spares, what it never changes, and what it does when it is broken."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest
from support import ROOT, Outcome, Project

from sched_lint.cache import Cache, Stored
from sched_lint.config import Settings
from sched_lint.incremental import Incremental
from sched_lint.lint import lint
from sched_lint.sources import stamps
from sched_lint.sources.shelf import Shelf
from sched_lint.work import WORK

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
    cache.save(tree, Stored.nothing())
    monkeypatch.setattr("sched_lint.cache._tool", [])
    assert cache.load(tree) == Stored.nothing()
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


# -- what tells without reading it that a file is as it was ---------------------------------------------------------------


@pytest.fixture
def aged(monkeypatch: pytest.MonkeyPatch) -> None:
    """Files may be believed that were written a moment ago: no test wants to wait until they are old."""
    monkeypatch.setattr(stamps, "MARGIN", -(10**10))


def files_read(sched_lint: Command) -> tuple[Outcome, int]:
    """A run with the cache, and how many files it read."""
    before = WORK.files_read
    outcome = sched_lint("check", "--cache-dir", "../cache")
    return outcome, WORK.files_read - before


def rewrite(path: Path, old: str, new: str) -> None:
    """Replace text by text of the same length, and restore the file's time of modification."""
    assert len(old) == len(new)
    status, text = path.stat(), path.read_text()
    assert old in text
    path.write_text(text.replace(old, new))
    os.utime(path, ns=(status.st_atime_ns, status.st_mtime_ns))
    assert (path.stat().st_size, path.stat().st_mtime_ns) == (status.st_size, status.st_mtime_ns)


@pytest.mark.usefixtures("aged")
def test_no_file_is_read_that_is_as_it_was(tree: Path, sched_lint: Command) -> None:
    cold, read = files_read(sched_lint)
    assert cold.codes
    assert read == len(list(tree.rglob("*.py")))
    assert files_read(sched_lint) == (cold, 0)


@pytest.mark.usefixtures("aged")
def test_no_file_of_a_tree_without_schedulers_is_read_either(project: Project, sched_lint: Command) -> None:
    project({".git/HEAD": "", "model.py": "import torch\n", "loop.py": "for step in range(3):\n    print(step)\n"})
    outcome, read = files_read(sched_lint)
    assert (outcome.status, read) == (0, 2)
    compiled = WORK.files_compiled
    assert files_read(sched_lint) == (outcome, 0)
    assert WORK.files_compiled == compiled


@pytest.mark.usefixtures("aged")
def test_an_edit_shows_that_leaves_size_and_time_as_they_were(tree: Path, sched_lint: Command) -> None:
    before, _ = files_read(sched_lint)
    changed, code = before.codes[0]
    assert code == "SCH101"
    rewrite(tree / changed, "load_state_dict", "take_state_dict")
    after, read = files_read(sched_lint)
    assert read > 0
    assert after.out != before.out
    assert after == sched_lint("check", "--no-cache")


def test_a_file_that_was_just_written_is_read_again(tree: Path, sched_lint: Command) -> None:
    """A second edit within a tick of the clock leaves every time as it is."""
    before, count = files_read(sched_lint)
    assert Cache(tree.parent / "cache").load(tree).stamps == {}
    assert files_read(sched_lint) == (before, count)


def test_a_file_of_the_future_is_never_believed(tree: Path, sched_lint: Command, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(stamps, "MARGIN", 0)
    for path in tree.rglob("*.py"):
        os.utime(path, (4102444800, 4102444800))
    before, count = files_read(sched_lint)
    assert files_read(sched_lint) == (before, count)


def test_files_are_believed_once_they_are_older(tree: Path, sched_lint: Command, monkeypatch: pytest.MonkeyPatch) -> None:
    before, count = files_read(sched_lint)
    monkeypatch.setattr(stamps, "MARGIN", -(10**10))
    assert files_read(sched_lint) == (before, count)
    assert files_read(sched_lint) == (before, 0)


@pytest.mark.usefixtures("aged")
def test_a_copy_in_the_place_of_a_tree_is_read_and_not_analysed_again(tree: Path, sched_lint: Command) -> None:
    before, count = files_read(sched_lint)
    shutil.copytree(tree, tree.parent / "copy")
    shutil.rmtree(tree)
    (tree.parent / "copy").rename(tree)
    os.chdir(tree)
    evaluated = WORK.functions_evaluated
    assert files_read(sched_lint) == (before, count)
    assert WORK.functions_evaluated == evaluated
    assert files_read(sched_lint) == (before, 0)


@pytest.mark.usefixtures("aged")
def test_every_file_is_read_where_systems_keep_no_such_times(
    tree: Path, sched_lint: Command, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(stamps, "_MEANINGFUL", False)
    before, count = files_read(sched_lint)
    assert files_read(sched_lint) == (before, count)


@pytest.mark.usefixtures("aged")
def test_an_unsaved_buffer_counts_whatever_the_disk_says(tree: Path, sched_lint: Command) -> None:
    before, _ = files_read(sched_lint)
    path = tree / before.codes[0][0]
    cache = Cache(tree.parent / "cache")
    assert [finding.code for finding in lint([path], Settings(), cache=cache).findings] == ["SCH101"]
    assert lint([path], Settings(), {path: b"import os\n"}, cache).findings == ()


@pytest.mark.usefixtures("aged")
@pytest.mark.parametrize("stays", [True, False])
def test_nothing_is_believed_of_a_run_under_which_files_changed(
    tree: Path, sched_lint: Command, monkeypatch: pytest.MonkeyPatch, stays: bool
) -> None:
    before, _ = files_read(sched_lint)
    path = tree / before.codes[0][0]
    text = path.read_text()
    (tree / "another.py").write_text("# scheduler\n")  # so that there is something to analyse
    analysis = Incremental._analysis

    def edit_and_analyse(self: Incremental, files: list[str], settings: Settings) -> object:
        path.write_text("import os\n")
        return analysis(self, files, settings)

    with monkeypatch.context() as patched:
        patched.setattr(Incremental, "_analysis", edit_and_analyse)
        files_read(sched_lint)
    if not stays:
        path.write_text(text)
    assert files_read(sched_lint)[0] == sched_lint("check", "--no-cache")
    assert (before.codes[0] in files_read(sched_lint)[0].codes) is not stays


@pytest.mark.usefixtures("aged")
def test_what_was_believed_and_changed_is_told(tree: Path) -> None:
    name = str(next(tree.rglob("train.py")))
    first = Shelf()
    facts = first.facts(name)
    stamp = first.stamp(name, facts.digest)
    assert stamp is not None and first.stamp(name, "another") is None
    second = Shelf()
    second.remember({name: facts}, {name: stamp})
    assert second.facts(name) == facts
    assert second.changed_meanwhile([name]) == set()
    Path(name).write_text("import os\n")
    assert second.changed_meanwhile([name]) == {name}
