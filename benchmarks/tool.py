"""The commands that are measured, as they must be called on the versions at hand."""

from __future__ import annotations

import shutil
import subprocess
from dataclasses import dataclass, field
from pathlib import Path

from environments import Environments
from measure import clean_environment
from trees import Tree, generated

HERE = Path(__file__).resolve().parent
_CACHE_FOLDERS = (".sched_lint_cache", ".sched-lint-cache")  # where a cache inside the linted tree would be


@dataclass(slots=True)
class SchedLint:
    """sched-lint's command and flake8 plugin: which options they have, and where their caches lie."""

    environments: Environments
    cache: Path
    _help: dict[str, str] = field(default_factory=dict)
    _has_cache: bool | None = None

    def __post_init__(self) -> None:
        for name, command in {"command": ["sched-lint", "check"], "plugin": ["flake8"]}.items():
            words = [self.environments.bin("sched-lint", command[0]), *command[1:], "--help"]
            done = subprocess.run(words, check=True, capture_output=True, text=True, env=clean_environment(None))
            self._help[name] = done.stdout

    def environment(self, tree: Tree) -> dict[str, str]:
        """Variables that keep the caches of a tree away from those of others, and of the user."""
        return {"XDG_CACHE_HOME": str(self._cache_of(tree) / "xdg")}

    def cold(self, *paths: str) -> list[str]:
        """A run that may use no cache."""
        return [*self._check(), *(["--no-cache"] if "--no-cache" in self._help["command"] else []), *paths]

    def warm(self, tree: Tree, *paths: str) -> list[str]:
        """A run that may use what the one before left."""
        folder = ["--cache-dir", str(self._cache_of(tree) / "own")] if "--cache-dir" in self._help["command"] else []
        return [*self._check(), *folder, *paths]

    def jobs(self, number: int) -> list[str]:
        """Options for a number of processes, where there are such options."""
        return ["--jobs", str(number)] if "--jobs" in self._help["command"] else []

    def flake8(self, tree: Tree, jobs: int, warm: bool) -> list[str]:
        """flake8 with the plugin."""
        return [self.environments.bin("sched-lint", "flake8"), *self._flake8_options(tree, jobs, warm)]

    def watched_flake8(self, tree: Tree, jobs: int, warm: bool, report: Path) -> list[str]:
        """The same, watched from inside."""
        python = self.environments.bin("sched-lint", "python")
        return [python, str(HERE / "flake8_share.py"), str(report), *self._flake8_options(tree, jobs, warm)]

    def forget(self, tree: Tree) -> None:
        """Remove every cache, for a cold run of a face that cannot be told to do without."""
        for folder in self._caches(tree):
            shutil.rmtree(folder, ignore_errors=True)

    def has_cache(self) -> bool:
        """Does a run leave anything that the next one could use?"""
        if self._has_cache is None:
            tree = generated(self.cache, 5)
            self.forget(tree)
            subprocess.run(
                self.warm(tree, "."), cwd=tree.folder, env=clean_environment(self.environment(tree)), check=False,
                stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL,
            )  # fmt: skip
            self._has_cache = any(path.is_file() for place in self._caches(tree) for path in place.rglob("*"))
        return self._has_cache

    def _caches(self, tree: Tree) -> list[Path]:
        return [self._cache_of(tree), *(tree.folder / name for name in _CACHE_FOLDERS)]

    def _cache_of(self, tree: Tree) -> Path:
        return self.cache / "caches" / tree.folder.name

    def _check(self) -> list[str]:
        return [self.environments.bin("sched-lint", "sched-lint"), "check"]

    def _flake8_options(self, tree: Tree, jobs: int, warm: bool) -> list[str]:
        options = ["--isolated", "-j", str(jobs), "--extend-select", "SCH"]
        if warm and "--sched-lint-cache-dir" in self._help["plugin"]:
            options += ["--sched-lint-cache-dir", str(self._cache_of(tree) / "own")]
        if not warm and "--sched-lint-no-cache" in self._help["plugin"]:
            options += ["--sched-lint-no-cache"]
        return [*options, "."]


def ruff(environments: Environments, *options: str) -> list[str]:
    """The yardstick: with the tree's own settings, which may leave rules out, unless it is `--isolated`."""
    return [environments.bin("ruff", "ruff"), "check", "--select", "E,F", "--no-cache", *options, "."]


def flake8(environments: Environments, jobs: int) -> list[str]:
    """flake8 without any plugin."""
    return [environments.bin("flake8", "flake8"), "--isolated", "-j", str(jobs), "."]


def torchfix(environments: Environments) -> list[str]:
    """TorchFix's own command."""
    return [environments.bin("torchfix", "torchfix"), "."]
