"""The records of the benchmark: trees, labels, findings; how they are read from and written to the files beside this one."""

from __future__ import annotations

import json
from collections.abc import Iterable
from dataclasses import asdict, dataclass
from pathlib import Path

HERE = Path(__file__).parent
REPOSITORIES = HERE / "repositories.tsv"
LABELS = HERE / "labels.jsonl"
RESULTS = HERE / "results.jsonl"
VERDICTS = ("right", "wrong", "arguable", "missed", "silent-right")


@dataclass(frozen=True, slots=True, order=True)
class Tree:
    """A repository at a commit (full hash)."""

    repository: str
    commit: str

    @property
    def folder(self) -> str:
        """The name of its clone: `owner__name@` and seven digits of the commit."""
        return f"{self.repository.replace('/', '__', 1)}@{self.commit[:7]}"


@dataclass(frozen=True, slots=True, order=True)
class Place:
    """Where a finding stands: the line is that of the tree's commit, counted from one."""

    tree: Tree
    path: str
    line: int
    code: str


@dataclass(frozen=True, slots=True)
class Label:
    """What a reader of the code says about a place: one of `VERDICTS`, and why in one sentence."""

    place: Place
    verdict: str
    reason: str


def read_trees(path: Path = REPOSITORIES) -> list[Tree]:
    rows = (line.split("\t") for line in path.read_text(encoding="utf-8").splitlines()[1:] if line)
    return [Tree(row[0], row[1]) for row in rows]


def read_labels(path: Path = LABELS) -> list[Label]:
    """The labels; ValueError for an unknown verdict or a place that is judged twice."""
    labels: dict[Place, Label] = {}
    for row in _rows(path):
        label = Label(_place(row), str(row["verdict"]), str(row["reason"]))
        if label.verdict not in VERDICTS:
            raise ValueError(f"{path.name}: unknown verdict {label.verdict!r}")
        if label.place in labels:
            raise ValueError(f"{path.name}: judged twice: {label.place}")
        labels[label.place] = label
    return list(labels.values())


def read_results(path: Path = RESULTS) -> list[Place]:
    return [_place(row) for row in _rows(path)] if path.exists() else []


def write_results(places: Iterable[Place], path: Path = RESULTS) -> None:
    lines = [json.dumps(_row(place), ensure_ascii=False) + "\n" for place in sorted(places)]
    path.write_text("".join(lines), encoding="utf-8")


def write_labels(labels: Iterable[Label], path: Path = LABELS) -> None:
    rows = [_row(label.place) | {"verdict": label.verdict, "reason": label.reason} for label in sorted(labels, key=_by_place)]
    path.write_text("".join(json.dumps(row, ensure_ascii=False) + "\n" for row in rows), encoding="utf-8")


def _by_place(label: Label) -> Place:
    return label.place


def _row(place: Place) -> dict[str, object]:
    row = asdict(place)
    return {**row.pop("tree"), **row}


def _place(row: dict[str, object]) -> Place:
    tree = Tree(str(row["repository"]), str(row["commit"]))
    return Place(tree, str(row["path"]), int(str(row["line"])), str(row["code"]))


def _rows(path: Path) -> list[dict[str, object]]:
    return [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines() if line]
