"""What a stranger gets: the installed package, and a house whose floors hold."""

from __future__ import annotations

import ast
import email
import os
import re
import subprocess
import sys
import zipfile
from collections.abc import Iterator
from pathlib import Path

import pytest
from support import RESTORES_SCHEDULER_FIRST, ROOT

from sched_lint import __version__

PACKAGE = ROOT / "sched_lint"

# The parts of the package, from the top floor down. A part imports from lower floors, never from its neighbours.
FLOORS = (
    {"__main__"},
    {"cli", "flake8_plugin"},
    {"flake8_handover"},
    {"lint"},
    {"incremental"},
    {"workers"},
    {"analysis"},
    {"evaluate", "rules", "output"},
    {"project"},
    {"cache"},
    {"sources"},
    {"timeline"},
    {"quantities"},
    {"knowledge", "config"},
    {"findings", "work", "branches", "room"},
    {""},
)
RULES_MAY_IMPORT = {"timeline", "branches", "quantities", "knowledge", "findings", "work"}
LIBCST_MAY_BE_IMPORTED_BY = {"evaluate", "project", "fixes"}


def _part(file: Path) -> str:
    first = file.relative_to(PACKAGE).with_suffix("").parts[0]
    return "" if first == "__init__" else first


def _imports(file: Path) -> Iterator[str]:
    """Dotted names of all that a file imports, also inside functions."""
    for node in ast.walk(ast.parse(file.read_text("utf-8"))):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            assert node.level == 0, f"{file}: relative import"
            yield from (f"{node.module}.{alias.name}" for alias in node.names)


def _parts_imported(file: Path) -> set[str]:
    parts = {_part(other) for other in PACKAGE.rglob("*.py")}
    found = set()
    for name in _imports(file):
        head, _, rest = name.partition(".")
        if head == "sched_lint":
            first = rest.partition(".")[0]
            found.add(first if first in parts else "")
    return found


@pytest.mark.parametrize("file", sorted(PACKAGE.rglob("*.py")), ids=lambda file: file.relative_to(PACKAGE).as_posix())
def test_no_arrow_runs_back_up(file: Path) -> None:
    part = _part(file)
    floor = next(number for number, parts in enumerate(FLOORS) if part in parts)
    below = set().union(*FLOORS[floor + 1 :])
    imported = _parts_imported(file) - {part}
    assert imported <= (RULES_MAY_IMPORT if part == "rules" else below)
    libraries = {name.partition(".")[0] for name in _imports(file)}
    assert "torch" not in libraries
    assert "libcst" not in libraries or part in LIBCST_MAY_BE_IMPORTED_BY
    assert "flake8" not in libraries or part == "flake8_plugin"


@pytest.fixture(scope="module")
def installed(checkout: Path, offline: dict[str, str], tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The `bin` directory of a fresh virtual environment after `pip install .`."""
    environment = tmp_path_factory.mktemp("fresh") / "venv"
    subprocess.run([sys.executable, "-m", "venv", environment], check=True)
    subprocess.run([environment / "bin" / "pip", "install", "-q", "."], cwd=checkout, env=offline, check=True)
    return environment / "bin"


def _run(*command: str | Path, cwd: Path) -> subprocess.CompletedProcess[str]:
    environment = {name: value for name, value in os.environ.items() if not name.startswith("PYTHON")}
    return subprocess.run(command, cwd=cwd, env=environment, capture_output=True, text=True, check=False)


def test_a_fresh_installation_works_in_all_three_ways(installed: Path, tmp_path: Path) -> None:
    (tmp_path / "train.py").write_text(RESTORES_SCHEDULER_FIRST)
    for command in (
        (installed / "sched-lint", "check"),
        (installed / "python", "-m", "sched_lint", "check"),
        (installed / "flake8", "--isolated", "--select", "SCH"),
    ):
        done = _run(*command, cwd=tmp_path)
        assert (done.returncode, done.stderr) == (1, ""), command
        assert done.stdout.removeprefix("./").startswith("train.py:7:1: SCH101 "), command


def test_a_fresh_installation_brings_no_torch(installed: Path, tmp_path: Path) -> None:
    program = "import importlib.util; print(importlib.util.find_spec('torch'))"
    done = _run(installed / "python", "-c", program, cwd=tmp_path)
    assert done.stdout == "None\n"


def test_the_version_is_the_same_everywhere(installed: Path, tmp_path: Path) -> None:
    assert _run(installed / "sched-lint", "--version", cwd=tmp_path).stdout == f"sched-lint {__version__}\n"
    program = "import importlib.metadata; print(importlib.metadata.version('sched-lint'))"
    assert _run(installed / "python", "-c", program, cwd=tmp_path).stdout == f"{__version__}\n"
    assert f"sched-lint: {__version__}" in _run(installed / "flake8", "--version", cwd=tmp_path).stdout
    assert re.search(rf"^## ({re.escape(__version__)}|Unreleased)$", (ROOT / "CHANGELOG.md").read_text(), re.MULTILINE)


def test_the_wheel_holds_all_of_the_package_and_nothing_else(checkout: Path, offline: dict[str, str], tmp_path: Path) -> None:
    subprocess.run([sys.executable, "-m", "pip", "wheel", "-q", "--no-deps", "-w", tmp_path, checkout], env=offline, check=True)
    (path,) = tmp_path.glob("sched_lint-*.whl")
    assert path.name == f"sched_lint-{__version__}-py3-none-any.whl"
    with zipfile.ZipFile(path) as wheel:
        names = {name for name in wheel.namelist() if ".dist-info/" not in name}
        info = f"sched_lint-{__version__}.dist-info"
        metadata = email.message_from_bytes(wheel.read(f"{info}/METADATA"))
        assert f"{info}/licenses/LICENSE" in wheel.namelist()
    patterns = ("*.py", "*.json", "py.typed")
    assert names == {file.relative_to(ROOT).as_posix() for pattern in patterns for file in PACKAGE.rglob(pattern)}
    assert {"sched_lint/py.typed", "sched_lint/knowledge/torch_api.json"} <= names
    needed = [text for text in metadata.get_all("Requires-Dist", []) if "extra" not in text]
    assert {re.split(r"[^\w-]", text)[0] for text in needed} == {"flake8", "libcst", "tomli"}
    assert not any("<" in text.partition(";")[0] or "==" in text.partition(";")[0] for text in needed)
    assert metadata["Requires-Python"] == ">=3.10"
