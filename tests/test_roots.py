"""Classes that nobody uses: their methods run in an order in which attributes are set before they are read."""

from __future__ import annotations

from itertools import permutations
from pathlib import Path

import pytest

from sched_lint.analysis import analyse_project
from sched_lint.config import Settings
from sched_lint.work import WORK

HEAD = "import torch\nfrom torch.optim.lr_scheduler import StepLR\n"
PER_BATCH = """\
    def fit(self, loader):
        for epoch in range(90):
            for batch in loader:
                self.model(batch).backward()
                self.optimizer.step()
                self.scheduler.step()  # SCH201
"""
BUILD = """\
    def setup(self):
        self.optimizer = torch.optim.SGD(self.model.parameters(), lr=0.1)
        self.scheduler = StepLR(self.optimizer, self.drop)
"""
BUILD_INDIRECTLY = """\
    def setup(self):
        self._build(30)
""", """\
    def _build(self, drop):
        self.optimizer = torch.optim.SGD(self.model.parameters(), lr=0.1)
        self.scheduler = StepLR(self.optimizer, drop)
"""  # fmt: skip
DROP = "    def configure(self):\n        self.drop = 30\n"
RESTORE = """\
    def resume(self):
        checkpoint = torch.load("last.pt")
        self.scheduler.load_state_dict(checkpoint["scheduler"])  # SCH101
        self.optimizer.load_state_dict(checkpoint["optimizer"])
"""
# Each reads what the other one sets.
ONE = "    def one(self):\n        self.drop = 30\n        self.rest = self.more\n"
OTHER = "    def other(self):\n        self.more = self.drop\n"

CLASSES = {
    "built in a method": [PER_BATCH, BUILD, DROP],
    "built in a method that another one calls": [PER_BATCH, *BUILD_INDIRECTLY],
    "restored in a method": [PER_BATCH, BUILD, DROP, RESTORE],
    "methods that wait for one another": [PER_BATCH, BUILD, ONE, OTHER],
}


def analysed(folder: Path, text: str) -> tuple[list[tuple[str, str]], int]:
    """The lines with findings, and how many functions were entered."""
    path = folder / "train.py"
    path.write_text(text)
    before = WORK.functions_evaluated
    report = analyse_project(folder, [path], Settings(), {})
    assert report.errors == ()
    lines = text.splitlines()
    return sorted((lines[each.line - 1].strip(), each.code) for each in report.findings), WORK.functions_evaluated - before


def marked(text: str) -> list[tuple[str, str]]:
    """The lines that say which finding stands on them."""
    return sorted((line.strip(), line.rpartition("# ")[2]) for line in text.splitlines() if "# SCH" in line)


@pytest.mark.parametrize("case", CLASSES)
def test_the_order_of_the_methods_changes_nothing(tmp_path: Path, case: str) -> None:
    init = "    def __init__(self, model):\n        self.model = model\n"
    for methods in permutations(CLASSES[case]):
        text = f"{HEAD}\nclass Trainer:\n" + "\n".join([init, *methods])
        assert analysed(tmp_path, text)[0] == marked(text)


@pytest.mark.parametrize("methods", list(permutations([PER_BATCH, BUILD, DROP])))
def test_each_method_runs_once_where_there_is_an_order(tmp_path: Path, methods: tuple[str, ...]) -> None:
    text = f"{HEAD}\nclass Trainer:\n" + "\n".join(methods)
    assert analysed(tmp_path, text)[1] == 3


def test_inherited_methods_set_attributes_too(tmp_path: Path) -> None:
    text = f"{HEAD}\nclass Base:\n{BUILD}\n\nclass Trainer(Base):\n{PER_BATCH}\n{DROP}"
    assert analysed(tmp_path, text)[0] == marked(text)
    text = f"{HEAD}\nclass Base:\n{PER_BATCH}\n\nclass Trainer(Base):\n{DROP}\n{BUILD}"
    assert analysed(tmp_path, text)[0] == marked(text)
