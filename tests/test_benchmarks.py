"""The benchmarks measure what they say: their generated trees are what they claim, and their clock runs."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Callable
from importlib import import_module
from pathlib import Path
from types import ModuleType

import pytest
from support import RESTORES_SCHEDULER_FIRST, ROOT, Command, Project, flake8

from sched_lint.sources.relevance import is_relevant

Benchmark = Callable[[str], ModuleType]


@pytest.fixture
def benchmark(monkeypatch: pytest.MonkeyPatch) -> Benchmark:
    """Imports a module of `benchmarks/`."""
    monkeypatch.syspath_prepend(ROOT / "benchmarks")
    return import_module


def test_every_generated_file_speaks_of_schedulers_and_is_right(
    tmp_path: Path, sched_lint: Command, benchmark: Benchmark
) -> None:
    tree = benchmark("trees").generated(tmp_path, 10)
    files = tree.files()
    assert len(files) == 10
    assert all(is_relevant(path.read_bytes()) for path in files)
    assert sched_lint("check", "--no-cache", str(tree.folder)).out == ""


def test_a_diluted_tree_has_no_more_schedulers_than_before(tmp_path: Path, benchmark: Benchmark) -> None:
    trees = benchmark("trees")
    (tmp_path / "real").mkdir()
    (tmp_path / "real" / "train.py").write_text(RESTORES_SCHEDULER_FIRST)
    (tmp_path / "real" / "net.py").write_text("WIDTH = 3\n" * 500)
    tree = trees.diluted(tmp_path, trees.Tree("real", tmp_path / "real", ""), 10)
    files = {path.name: path.read_bytes() for path in tree.files()}
    assert len(tree.files()) == 20
    assert [name for name, data in files.items() if is_relevant(data)] == ["train.py"]
    for data in files.values():
        compile(data, "generated", "exec")
    assert len(tree.without_schedulers(3, False)) == 3


def test_commands_are_measured_in_turns(tmp_path: Path, benchmark: Benchmark) -> None:
    measure = benchmark("measure")
    busy = [sys.executable, "-c", "sum(range(3_000_000))"]
    jobs = [
        measure.Job("busy", busy, tmp_path),
        measure.Job("once", busy, tmp_path, rounds=1),
        measure.Job("fails", [sys.executable, "-c", "raise SystemExit('no such thing')"], tmp_path, statuses=(0,)),
        measure.Job("left out", busy, tmp_path, failure="not run"),
    ]
    measure.interleave(jobs, 2, lambda line: None)
    assert [len(job.runs) for job in jobs] == [2, 1, 0, 0]
    assert jobs[0].cpu > 0 and 1 < jobs[0].memory < 1000
    assert "no such thing" in jobs[2].failure
    assert jobs[3].cpu is None


def test_a_watched_flake8_finds_the_same(project: Project) -> None:
    root = project({"train.py": RESTORES_SCHEDULER_FIRST})
    arguments = ("--isolated", "--select", "SCH,F", "-j", "1", ".")
    plain = flake8(*arguments)
    command = [sys.executable, str(ROOT / "benchmarks" / "flake8_share.py"), "share", *arguments]
    done = subprocess.run(command, capture_output=True, text=True, cwd=root, check=False)
    assert (done.returncode, done.stdout) == (plain.status, plain.out.replace("train.py", "./train.py"))
    assert 0 < float((root / "share").read_text()) < 60
