"""Helpers shared by the tests: small projects on disk, the command, flake8."""

from __future__ import annotations

import base64
import csv
import hashlib
import importlib.metadata
import io
import os
import re
import shutil
import zipfile
from collections.abc import Callable, Mapping
from pathlib import Path

import pytest
from support import ROOT, Outcome

from sched_lint.cli import main

collect_ignore = ["programs"]  # linted here, never run: some bring tests of their own, which need torch


@pytest.fixture(autouse=True)
def cache_directory(tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A directory for caches of the test's own, for processes that it starts as well."""
    directory = tmp_path_factory.mktemp("caches")
    monkeypatch.setenv("XDG_CACHE_HOME", str(directory))
    return directory


@pytest.fixture
def project(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Callable[[Mapping[str, str | bytes]], Path]:
    """Writes files into an empty directory and makes it the working one."""

    def write(files: Mapping[str, str | bytes]) -> Path:
        for name, content in files.items():
            path = tmp_path / name
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(content if isinstance(content, bytes) else content.encode())
        monkeypatch.chdir(tmp_path)
        return tmp_path

    return write


@pytest.fixture
def sched_lint(capsys: pytest.CaptureFixture[str]) -> Callable[..., Outcome]:
    """Runs the command in this process."""

    def run(*arguments: str) -> Outcome:
        capsys.readouterr()
        status = main(arguments)
        out, err = capsys.readouterr()
        return Outcome(status, out, err)

    return run


@pytest.fixture(scope="session")
def wheelhouse(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Wheels of all that installing sched-lint needs, packed again from what is installed here.

    So that tests can run the real pip and the real pre-commit and reach no network.
    """
    folder = tmp_path_factory.mktemp("wheelhouse")
    pending, packed = ["flake8", "libcst", "tomli", "setuptools"], set()
    while pending:
        name = re.sub(r"[-_.]+", "-", pending.pop()).lower()
        if name in packed:
            continue
        packed.add(name)
        try:
            distribution = importlib.metadata.distribution(name)
        except importlib.metadata.PackageNotFoundError:
            continue  # a requirement of other Pythons or platforms
        _pack(distribution, folder)
        requirements = [text for text in distribution.requires or () if "extra ==" not in text]
        pending += [re.split(r"[^\w.-]", requirement, maxsplit=1)[0] for requirement in requirements]
    return folder


@pytest.fixture(scope="session")
def offline(wheelhouse: Path, tmp_path_factory: pytest.TempPathFactory) -> dict[str, str]:
    """An environment in which pip and pre-commit find everything in the wheelhouse, nothing elsewhere."""
    hidden = ("PIP_", "VIRTUALENV_", "PRE_COMMIT", "GIT_", "PYTHONPATH", "VIRTUAL_ENV")
    environment = {name: value for name, value in os.environ.items() if not name.startswith(hidden)}
    unreachable = "http://127.0.0.1:9"
    return environment | {
        "PIP_CONFIG_FILE": os.devnull,
        "PIP_DISABLE_PIP_VERSION_CHECK": "1",
        "PIP_FIND_LINKS": str(wheelhouse),
        "PIP_NO_INDEX": "1",
        "PRE_COMMIT_HOME": str(tmp_path_factory.mktemp("pre-commit")),
        "VIRTUALENV_NO_PERIODIC_UPDATE": "1",
        "HTTP_PROXY": unreachable,
        "HTTPS_PROXY": unreachable,
        "http_proxy": unreachable,
        "https_proxy": unreachable,
    }


@pytest.fixture(scope="session")
def checkout(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A copy of what is under version control here, as a stranger would have cloned it."""
    target = tmp_path_factory.mktemp("checkout") / "sched-lint"
    left_out = shutil.ignore_patterns(
        ".git", ".venv*", ".tox", "*.egg-info", "__pycache__", ".*_cache", "build", "dist", "*.pt", "*.pth"
    )
    shutil.copytree(ROOT, target, ignore=left_out)
    return target


def _pack(distribution: importlib.metadata.Distribution, folder: Path) -> None:
    """Write the wheel that an installed distribution came from: its files, without what installing added."""
    tags = re.findall(r"^Tag: (\S+)-(\S+)-(\S+)$", distribution.read_text("WHEEL") or "", re.MULTILINE)
    tag = "-".join(".".join(dict.fromkeys(parts)) for parts in zip(*tags, strict=True))
    stem = f"{re.sub(r'[-_.]+', '_', distribution.metadata['Name'])}-{distribution.version}"
    record = io.StringIO()
    rows = csv.writer(record, lineterminator="\n")
    files = distribution.files or []
    metadata = next(file.parent for file in files if len(file.parts) == 2 and file.name == "WHEEL")
    with zipfile.ZipFile(folder / f"{stem}-{tag}.whl", "w", zipfile.ZIP_DEFLATED) as wheel:
        for file in files:
            name = file.as_posix()
            added = file.parent == metadata and file.name in ("RECORD", "INSTALLER", "REQUESTED", "direct_url.json")
            located = Path(str(file.locate()))
            if added or name.startswith(("..", "/")) or "__pycache__" in name or not located.is_file():
                continue
            data = located.read_bytes()
            digest = base64.urlsafe_b64encode(hashlib.sha256(data).digest()).rstrip(b"=").decode()
            rows.writerow([name, f"sha256={digest}", len(data)])
            wheel.writestr(name, data)
        rows.writerow([f"{metadata}/RECORD", "", ""])
        wheel.writestr(f"{metadata}/RECORD", record.getvalue())
