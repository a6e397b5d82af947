"""The accuracy benchmark's own logic: which finding meets which label, what counts as found, missed, new, gone, moved."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent
sys.path.insert(0, str(ROOT))

from benchmarks.accuracy import records, run  # noqa: E402
from benchmarks.accuracy.records import Label, Place, Tree  # noqa: E402
from benchmarks.accuracy.score import REACH, compare, match, score  # noqa: E402

TREE = Tree("someone/thing", "a" * 40)
OTHER = Tree("someone/thing", "b" * 40)


def place(line: int, code: str = "SCH201", path: str = "train.py", tree: Tree = TREE) -> Place:
    return Place(tree, path, line, code)


def label(line: int, verdict: str, code: str = "SCH201") -> Label:
    return Label(place(line, code), verdict, "because")


def test_exact_place_wins_over_a_near_one() -> None:
    assert match([place(10), place(12)], [place(10), place(11)]) == {place(10): place(10), place(12): place(11)}


def test_only_the_same_code_file_and_commit_within_reach_is_the_same_place() -> None:
    others = [place(10, "SCH202"), place(10, path="other.py"), place(10, tree=OTHER), place(11 + REACH)]
    assert match([place(10)], others) == {}
    assert match([place(10)], [place(10 + REACH)]) == {place(10): place(10 + REACH)}


def test_one_label_judges_one_finding() -> None:
    result = score([place(10), place(11)], [label(10, "right")])
    assert (result.of("SCH201").right, result.of("SCH201").unlabelled, result.unlabelled) == (1, 1, [place(11)])


def test_verdicts_are_counted() -> None:
    labels = [label(1, "right"), label(20, "wrong"), label(40, "arguable"), label(60, "missed"), label(80, "silent-right")]
    tally = score([place(line) for line in (1, 20, 40, 60, 80)], labels).of("SCH201")
    assert (tally.findings, tally.right, tally.wrong, tally.arguable, tally.missed) == (5, 2, 2, 1, 0)
    assert tally.precision == 0.5
    assert tally.recall == 1.0


def test_what_is_not_found_any_more_is_missed_where_it_was_a_mistake() -> None:
    labels = [label(1, "right"), label(20, "wrong"), label(40, "missed"), label(60, "silent-right"), label(80, "arguable")]
    result = score([], labels)
    assert [known.place.line for known in result.missed] == [1, 40]
    assert result.total.precision is None
    assert result.total.recall == 0.0


def test_total_adds_up_the_codes() -> None:
    result = score([place(1), place(1, "SCH206")], [label(1, "right"), label(1, "wrong", "SCH206")])
    assert (result.total.findings, result.total.right, result.total.wrong) == (2, 1, 1)


def test_changes() -> None:
    changes = compare([place(10), place(33), place(50)], [place(10), place(31), place(70)])
    assert (changes.new, changes.gone, changes.moved) == ([place(50)], [place(70)], [(place(31), place(33))])


def test_records_survive_a_round_trip(tmp_path: Path) -> None:
    labels, found = [label(3, "right"), label(1, "missed")], [place(9), place(2)]
    records.write_labels(labels, tmp_path / "labels.jsonl")
    records.write_results(found, tmp_path / "results.jsonl")
    assert records.read_labels(tmp_path / "labels.jsonl") == sorted(labels, key=lambda known: known.place)
    assert records.read_results(tmp_path / "results.jsonl") == sorted(found)


@pytest.mark.parametrize("labels", [[label(3, "perhaps")], [label(3, "right"), label(3, "wrong")]])
def test_bad_labels_are_refused(tmp_path: Path, labels: list[Label]) -> None:
    records.write_labels(labels, tmp_path / "labels.jsonl")
    with pytest.raises(ValueError, match=r"unknown verdict|judged twice"):
        records.read_labels(tmp_path / "labels.jsonl")


def test_a_clone_is_run_only_at_its_commit(tmp_path: Path) -> None:
    folder = tmp_path / TREE.folder
    assert run.unfit(folder, TREE) == "no clone"
    subprocess.run(["git", "init", "-q", str(folder)], check=True)
    assert run.unfit(folder, TREE) is None  # an unpacked tree tells no commit
    who = ["-c", "user.name=a", "-c", "user.email=a@example.org"]
    subprocess.run(["git", *who, "-C", str(folder), "commit", "-q", "--allow-empty", "-m", "x"], check=True)
    assert str(run.unfit(folder, TREE)).startswith("at commit ")


def test_a_tree_is_checked(tmp_path: Path) -> None:
    (tmp_path / "pyproject.toml").write_text("")
    (tmp_path / "train.py").write_text(
        "import torch\nfrom torch.optim.lr_scheduler import StepLR\n"
        "optimizer = torch.optim.SGD([torch.zeros(1)], lr=0.1)\nscheduler = StepLR(optimizer, 3, verbose=True)\n"
    )
    assert run.check(tmp_path, TREE, 60) == [place(4, "SCH401")]


def test_the_kept_files_agree() -> None:
    trees = set(records.read_trees())
    places = [known.place for known in records.read_labels()] + records.read_results()
    assert {spot.tree for spot in places} <= trees
    assert all(len(tree.commit) == 40 for tree in trees)
    assert len({tree.folder for tree in trees}) == len(trees)


def test_report_says_what_changed() -> None:
    found, before = [place(10), place(50)], [place(12), place(90)]
    text = run.report(score(found, [label(10, "wrong")]), compare(found, before), 1, ["x: no clone"])
    for part in (
        "1 trees",
        "total",
        "not run: 1",
        "unlabelled: 1",
        "wrong: 1",
        "new since",
        "gone since",
        "train.py:12 SCH201 -> 10",
    ):
        assert part in text


def test_places_reads_the_json_output() -> None:
    document = json.dumps(
        {"findings": [{"path": "a.py", "line": 2, "code": "SCH201"}, {"path": "a.py", "line": 2, "code": "SCH201"}]}
    )
    assert run.places(document, TREE) == [place(2, path="a.py")]
