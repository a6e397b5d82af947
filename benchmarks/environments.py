"""The tools that are compared, each installed into a virtual environment of its own."""

from __future__ import annotations

import json
import shutil
import subprocess
import sys
from pathlib import Path

SOURCES = Path(__file__).resolve().parent.parent
_OF_FLAKE8 = ("flake8", "mccabe", "pycodestyle", "pyflakes")


class Environments:
    """Virtual environments below one folder; those of other tools are kept from run to run."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self.versions: dict[str, dict[str, str]] = {}

    def prepare(self, with_torchfix: bool) -> None:
        """Install what is missing, and sched-lint anew from the working tree."""
        self._make("sched-lint", self._sources())
        flake8 = [f"{name}=={self.versions['sched-lint'][name]}" for name in _OF_FLAKE8]
        self._make("flake8", *flake8)
        self._make("ruff", "ruff")
        if with_torchfix:
            self._make("torchfix", "torchfix")

    def bin(self, environment: str, program: str) -> str:
        """The path of a program in an environment."""
        return str(self._folder / environment / "bin" / program)

    def _make(self, name: str, *requirements: str) -> None:
        python = self.bin(name, "python")
        if not Path(python).exists():
            subprocess.run([sys.executable, "-m", "venv", self._folder / name], check=True)
        pip = [python, "-m", "pip", "--disable-pip-version-check", "-q"]
        if name == "sched-lint":  # what it needs is kept, itself is not: the version does not tell two trees apart
            subprocess.run([*pip, "uninstall", "-y", "sched-lint"], check=True, stderr=subprocess.DEVNULL)
        subprocess.run([*pip, "install", *requirements], check=True)
        listed = subprocess.run([python, "-m", "pip", "list", "--format=json"], check=True, capture_output=True, text=True).stdout
        packages = {entry["name"].lower(): entry["version"] for entry in json.loads(listed)}
        self.versions[name] = {key: value for key, value in packages.items() if key not in ("pip", "setuptools")}

    def _sources(self) -> str:
        """A copy of what is installed, so that building leaves nothing in the working tree."""
        target = self._folder / "sources"
        shutil.rmtree(target, ignore_errors=True)
        target.mkdir(parents=True)
        for name in ("pyproject.toml", "README.md", "LICENSE"):
            shutil.copy(SOURCES / name, target)
        shutil.copytree(SOURCES / "sched_lint", target / "sched_lint", ignore=shutil.ignore_patterns("__pycache__"))
        return str(target)
