"""The hook, by the real pre-commit, on a temporary repository."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest
from support import RESTORES_OPTIMIZER_FIRST, RESTORES_SCHEDULER_FIRST, ROOT


def _git(folder: Path, *arguments: str) -> str:
    environment = {name: value for name, value in os.environ.items() if not name.startswith("GIT_")}
    identity = {f"GIT_{who}_{what}": "x@example.org" for who in ("AUTHOR", "COMMITTER") for what in ("NAME", "EMAIL")}
    done = subprocess.run(
        ["git", "-c", "init.defaultBranch=main", *arguments], cwd=folder, capture_output=True, text=True, check=True,
        env=environment | identity | {"GIT_CONFIG_GLOBAL": os.devnull, "GIT_CONFIG_NOSYSTEM": "1"},
    )  # fmt: skip
    return done.stdout.strip()


@pytest.fixture
def repository(checkout: Path, tmp_path: Path) -> Path:
    """A repository that uses the hook as the README says, from a repository with the working tree of this one."""
    if not (checkout / ".git").exists():
        _git(checkout, "init", "-q")
        _git(checkout, "add", "-A")
        _git(checkout, "commit", "-q", "-m", "as it is")
    revision = _git(checkout, "rev-parse", "HEAD")
    _git(tmp_path, "init", "-q")
    (tmp_path / ".pre-commit-config.yaml").write_text(
        f"repos:\n  - repo: {checkout.as_posix()}\n    rev: {revision}\n    hooks:\n      - id: sched-lint\n"
    )
    return tmp_path


def test_the_hook(repository: Path, offline: dict[str, str]) -> None:
    def pre_commit() -> subprocess.CompletedProcess[str]:
        _git(repository, "add", "-A")
        return subprocess.run(
            [sys.executable, "-m", "pre_commit", "run", "--color=never"],
            cwd=repository, env=offline, capture_output=True, text=True, check=False,
        )  # fmt: skip

    (repository / "notes.txt").write_text("scheduler.step()\n")
    (repository / "train.py").write_text(RESTORES_OPTIMIZER_FIRST)
    done = pre_commit()
    assert done.returncode == 0, done.stdout + done.stderr
    assert "sched-lint" in done.stdout and "Passed" in done.stdout

    (repository / "train.py").write_text(RESTORES_SCHEDULER_FIRST)
    done = pre_commit()
    assert done.returncode == 1, done.stdout + done.stderr
    assert "- hook id: sched-lint\n- exit code: 1\n" in done.stdout
    assert "\ntrain.py:7:1: SCH101 " in done.stdout

    _git(repository, "rm", "-q", "-f", "train.py")
    done = pre_commit()
    assert done.returncode == 0, done.stdout + done.stderr
    assert "(no files to check)Skipped" in done.stdout


def test_the_hook_is_the_command() -> None:
    text = (ROOT / ".pre-commit-hooks.yaml").read_text()
    assert "entry: sched-lint check\n" in text
    assert "language: python\n" in text
