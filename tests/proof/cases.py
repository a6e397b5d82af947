"""The fixture directories as data: found by walking, described by their case.toml. Does not need torch."""

from __future__ import annotations

import io
import re
import sys
import tokenize
from collections.abc import Iterator
from dataclasses import dataclass, fields
from pathlib import Path
from typing import Any

if sys.version_info >= (3, 11):
    import tomllib
else:
    import tomli as tomllib

FIXTURES = Path(__file__).resolve().parents[2] / "fixtures"
_MARK = re.compile(r"#\s*expect:\s*(SCH\d{3}(?:\s*,\s*SCH\d{3})*)\s*$")


@dataclass(frozen=True)
class Case:
    """One fixture. The fields after `folder` are the keys of case.toml; README.md in this directory explains them."""

    rule: str  # the folder that groups the cases: "sch201_epoch_schedule_stepped_per_batch" or "silent"
    folder: Path
    summary: str
    run: tuple[str, ...]
    proof: str = ""
    guards: tuple[str, ...] = ()
    path: tuple[str, ...] = ()
    killed_after: int | None = None
    steps: int = 0
    steps_per_epoch: int = 1
    lr: tuple[str, ...] = ()
    reference: tuple[str, ...] = ()
    writes_lr_on_load: bool = False
    raises: str = ""
    warns: str = ""
    same_lr: bool = False
    told: str = ""
    noise: str = ""
    missing_key: str = ""
    expect: tuple[str, ...] = ()
    wins: str = ""
    training_lr: tuple[str, ...] = ()
    resume_lr: tuple[str, ...] = ()

    @property
    def code(self) -> str:
        """The rule's code, "SCH201"; only for cases that belong to a rule."""
        return self.rule.split("_", 1)[0].upper()

    @property
    def kills(self) -> list[bool]:
        """For each command of `run`, whether it is to be interrupted: only the first ever is."""
        return [self.killed_after is not None] + [False] * (len(self.run) - 1)

    def __str__(self) -> str:
        return f"{self.rule}/{self.folder.name}"

    def variant(self, name: str) -> Path:
        """The folder with the programs: bad/ or good/; a silent case has only one set, in its own folder."""
        return self.folder if self.rule == "silent" else self.folder / name


def read_case(folder: Path) -> Case:
    """Read one case. Raises ValueError for a key that no case has, so that a misspelt one cannot switch a proof off."""
    content: dict[str, Any] = tomllib.loads((folder / "case.toml").read_text(encoding="utf-8"))
    known = {field.name for field in fields(Case)} - {"rule", "folder"}
    if unknown := content.keys() - known:
        raise ValueError(f"{folder / 'case.toml'}: unknown keys {sorted(unknown)}")
    for key in ("lr", "training_lr", "resume_lr"):  # one curve may stand without brackets
        if isinstance(content.get(key), str):
            content[key] = [content[key]]
    lists = {key: tuple(value) for key, value in content.items() if isinstance(value, list)}
    return Case(rule=folder.parent.name, folder=folder, **{**content, **lists})


def rule_cases() -> list[Case]:
    """Every case that has a bad/ and a good/ twin."""
    return [read_case(path.parent) for path in sorted(FIXTURES.glob("sch*/*/case.toml"))]


def silent_cases() -> list[Case]:
    """Every correct program that a careless linter would complain about."""
    return [read_case(path.parent) for path in sorted(FIXTURES.glob("silent/*/case.toml"))]


def python_files(folder: Path) -> list[Path]:
    """All Python files below `folder`, sorted."""
    return sorted(folder.rglob("*.py"))


def expected(case: Case, variant: str) -> list[tuple[str, int, str]]:
    """What is to be found in bad/ or good/: the marks, and in bad/ also what case.toml lists under `expect`."""
    found = list(marks(case.variant(variant)))
    if variant == "bad":
        for file, line, code in (entry.split(":") for entry in case.expect):
            found.append((file, int(line), code))
    return found


def marks(folder: Path) -> Iterator[tuple[str, int, str]]:
    """(path relative to `folder`, line, code) for each code in an `# expect:` comment; strings do not count."""
    for file in python_files(folder):
        source = file.read_text(encoding="utf-8")
        for token in tokenize.generate_tokens(io.StringIO(source).readline):
            if token.type != tokenize.COMMENT:
                continue
            if match := _MARK.search(token.string):
                for code in match[1].split(","):
                    yield file.relative_to(folder).as_posix(), token.start[0], code.strip()
            elif "expect" in token.string:
                raise ValueError(f"{file}:{token.start[0]}: a comment that is almost an expectation: {token.string}")
