"""What a program imports from modules that run in parts: the same as if they ran whole, at once."""

from __future__ import annotations

import re
from collections.abc import Mapping
from pathlib import Path

import pytest
from support import Command, Project

from sched_lint.analysis import analyse_project, timeline_text
from sched_lint.config import Settings
from sched_lint.findings import Report
from sched_lint.project.modules import Module

# Steps the schedule 1000 times: how many steps it has is told where those are fewer.
PROGRAM = """\
import torch
from torch.optim.lr_scheduler import OneCycleLR
%IMPORTS%

def train(model):
    optimizer = torch.optim.SGD(model.parameters(), lr=0.1)
    scheduler = OneCycleLR(optimizer, max_lr=0.1, total_steps=%TOTAL%)
    for turn in range(20):
        for number in range(50):
            model(number).backward()
            optimizer.step()
            scheduler.step()
"""


def report(folder: Path, files: Mapping[str, str]) -> Report:
    for name, text in files.items():
        (folder / name).parent.mkdir(exist_ok=True)
        (folder / name).write_text(text)
    return analyse_project(folder, [folder / name for name in files], Settings(), {})


def program(imports: str, total: str) -> str:
    return PROGRAM.replace("%IMPORTS%", imports).replace("%TOTAL%", total)


def steps_found(found: Report) -> list[str]:
    """The number of steps that each schedule has which is stepped more often."""
    assert found.errors == ()
    assert {(Path(finding.path).name, finding.code) for finding in found.findings} <= {("train.py", "SCH208")}
    return [steps for finding in found.findings for steps in re.findall(r"1000 steps of (\d+)", finding.message)]


# What helper.py says, how the program imports from it, and what it gives as the number of steps: 600 each time.
HELPERS = {
    "constant": ("TOTAL = 600\n", "from helper import TOTAL", "TOTAL"),
    "attribute of a module": ("TOTAL = 600\n", "import helper", "helper.TOTAL"),
    "constants of constants": ("EPOCHS = 10\nSIZE = EPOCHS * 3\nTOTAL = SIZE * 20\n", "from helper import TOTAL", "TOTAL"),
    "several targets": ("FIRST, TOTAL = 1, 600\n", "from helper import TOTAL", "TOTAL"),
    "several targets in brackets": ("(FIRST, TOTAL) = 1, 600\n", "from helper import TOTAL", "TOTAL"),
    "a list of targets": ("[FIRST, *REST, (TOTAL, LAST)] = 1, (600, 2)\n", "from helper import TOTAL", "TOTAL"),
    "after a call": ("PARTS = []\nPARTS.append(1); TOTAL = 600\n", "from helper import TOTAL", "TOTAL"),
    "chained": ("FIRST = TOTAL = 600\n", "from helper import TOTAL", "TOTAL"),
    "annotated": ("TOTAL: int = 600\n", "from helper import TOTAL", "TOTAL"),
    "two on a line": ("EPOCHS = 10; TOTAL = EPOCHS * 60\n", "from helper import TOTAL", "TOTAL"),
    "over several lines": ("OPTIONS = dict(\ntotal=600,\n)\nTOTAL = OPTIONS['total']\n", "from helper import TOTAL", "TOTAL"),
    "function": ("EPOCHS = 10\n\ndef total():\n    return EPOCHS * 60\n", "from helper import total", "total()"),
    "functions": (
        "def epochs():\n    return 10\n\ndef total():\n    return epochs() * 60\n", "from helper import total", "total()"
    ),
    "constant of a function": (
        "def epochs():\n    return 10\n\nTOTAL = epochs() * 60\n", "from helper import TOTAL", "TOTAL"
    ),
    "default": ("EPOCHS = 10\n\ndef total(epochs=EPOCHS):\n    return epochs * 60\n", "from helper import total", "total()"),
    "decorated": (
        "def doubled(epochs):\n    def inner():\n        return epochs() * 2\n    return inner\n\n"
        "@doubled\ndef total():\n    return 300\n", "from helper import total", "total()",
    ),
    "wrapped later": (
        "def doubled(epochs):\n    def inner():\n        return epochs() * 2\n    return inner\n\n"
        "def total():\n    return 300\n\ntotal = doubled(total)\n", "from helper import total", "total()",
    ),
    "class": ("EPOCHS = 10\n\nclass Options:\n    total = EPOCHS * 60\n", "from helper import Options", "Options.total"),
    "inherited": (
        "class Base:\n    epochs = 10\n    total = 600\n\nclass Options(Base):\n    epochs = 20\n",
        "from helper import Options", "Options.total",
    ),
    "object": (
        "class Options:\n    def __init__(self, epochs):\n        self.total = epochs * 60\n\nOPTIONS = Options(10)\n",
        "from helper import OPTIONS", "OPTIONS.total",
    ),
    "record": (
        "from dataclasses import dataclass\nEPOCHS = 10\n\n@dataclass\nclass Options:\n    total: int = EPOCHS * 60\n",
        "from helper import Options", "Options().total",
    ),
    "appended": ("PARTS = [1]\nPARTS.append(600)\n", "from helper import PARTS", "PARTS[1]"),
    "appended before it is used": ("PARTS = [1]\nPARTS.append(600)\nTOTAL = PARTS[1]\n", "from helper import TOTAL", "TOTAL"),
    "extended": ("PARTS = [1]\nPARTS += [600]\n", "from helper import PARTS", "PARTS[1]"),
    "appended by a function": (
        "PARTS = [1]\n\ndef add(total):\n    PARTS.append(total)\n\nadd(600)\n", "from helper import PARTS", "PARTS[1]"
    ),
    "appended by the program": (
        "EPOCHS = 10\nPARTS = [1]\n\ndef add():\n    PARTS.append(EPOCHS * 60)\n",
        "import helper\nhelper.add()", "helper.PARTS[1]",
    ),
    "entry written later": ("TABLE = {}\nTABLE['total'] = 600\n", "from helper import TABLE", "TABLE['total']"),
    "filled in a loop": (
        "TABLE = {}\nfor epochs in (5, 10):\n    TABLE[epochs] = epochs * 60\n", "from helper import TABLE", "TABLE[10]"
    ),
    "comprehended": (
        "TABLE = {'total': 10}\nTOTALS = {name: value * 60 for name, value in TABLE.items()}\n",
        "from helper import TOTALS", "TOTALS['total']",
    ),
    "added to": ("TOTAL = 500\nTOTAL += 100\n", "from helper import TOTAL", "TOTAL"),
    "bound twice": ("TOTAL = 700\nTOTAL = 600\n", "from helper import TOTAL", "TOTAL"),
    "bound twice, from itself": ("TOTAL = 300\nTOTAL = TOTAL * 2\n", "from helper import TOTAL", "TOTAL"),
    "bound twice, used by a function": (
        "EPOCHS = 7\n\ndef total():\n    return EPOCHS * 60\n\nEPOCHS = 10\n", "from helper import total", "total()"
    ),
    "bound and unbound": ("EPOCHS = 600\nTOTAL = EPOCHS\ndel EPOCHS\n", "from helper import TOTAL", "TOTAL"),
    "in a branch": (
        "FAST = True\nif FAST:\n    TOTAL = 600\nelse:\n    TOTAL = 700\n", "from helper import TOTAL", "TOTAL"
    ),
    "in the other branch": (
        "FAST = False\nif FAST:\n    TOTAL = 700\nelse:\n    TOTAL = 600\n", "from helper import TOTAL", "TOTAL"
    ),
    "after a try": (
        "try:\n    import apex\nexcept ImportError:\n    apex = None\nfinally:\n    TOTAL = 600\n",
        "from helper import TOTAL", "TOTAL",
    ),
    "in a with": ("with open('log') as log:\n    TOTAL = 600\n", "from helper import TOTAL", "TOTAL"),
    "not as a script": (
        "TOTAL = 600\nif __name__ == '__main__':\n    TOTAL = 700\n", "from helper import TOTAL", "TOTAL"
    ),
}  # fmt: skip


@pytest.mark.parametrize("in_parts", [True, False])
@pytest.mark.parametrize("case", HELPERS)
def test_a_helper_that_runs_in_parts_says_the_same(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, case: str, in_parts: bool
) -> None:
    text, imports, total = HELPERS[case]
    if not in_parts:
        monkeypatch.setattr(Module, "pieces", None)  # what it says when it runs whole proves the case
    # Modules that say nothing of training are not looked into at all.
    files = {"helper.py": f'"""Numbers of epochs."""\n{text}', "train.py": program(imports, total)}
    assert steps_found(report(tmp_path, files)) == ["600"]


@pytest.mark.parametrize("bound", ["if sys.argv:\n    TOTAL = 600\nelse:\n    TOTAL = 700\n",
                                   "try:\n    import apex\n    TOTAL = 600\nexcept ImportError:\n    TOTAL = 700\n"])  # fmt: skip
def test_what_only_the_run_decides_stays_open(tmp_path: Path, bound: str) -> None:
    files = {"helper.py": f"import sys\n{bound}", "train.py": program("from helper import TOTAL", "TOTAL")}
    assert steps_found(report(tmp_path, files)) == []
    files["helper.py"] = files["helper.py"].replace("700", "600")
    assert steps_found(report(tmp_path, files)) == ["600"]


# -- what other modules do when they are imported ---------------------------------------------------------------------

REGISTRY = """\
TABLE = {}

def register(epochs):
    TABLE[epochs.__name__] = epochs
    return epochs

def put(name, epochs):
    TABLE[name] = epochs

class Registry:
    def __init__(self):
        self.epochs = {}

    def register(self, name):
        def wrap(function):
            self.epochs[name] = function
            return function
        return wrap

TOTALS = Registry()
"""
SPEAKS = '"""Numbers of steps for schedulers."""\n'
"""Modules that do not speak of schedulers do not run for what their import may do."""

PLUGINS = {
    "decorator": ("from registry import register\n\n@register\ndef total():\n    return 600\n", "TABLE['total']()"),
    "decorator of a module": ("import registry\n\n@registry.register\ndef total():\n    return 600\n", "TABLE['total']()"),
    "decorator of an object": (
        "from registry import TOTALS\n\n@TOTALS.register('a')\ndef total():\n    return 600\n", "TOTALS.epochs['a']()"
    ),
    "class": ("from registry import register\n\n@register\nclass Options:\n    total = 600\n", "TABLE['Options'].total"),
    "call": ("from registry import put\n\nput('a', 600)\n", "TABLE['a']"),
    "call of a module": ("import registry as known\n\nTOTAL = 600\nknown.put('a', TOTAL)\n", "TABLE['a']"),
    "own function": (
        "from registry import put\n\ndef fill():\n    put('a', 600)\n\nfill()\n", "TABLE['a']"
    ),
    "in a branch": ("from registry import put\n\nif True:\n    put('a', 600)\n", "TABLE['a']"),
    "in a loop": ("from registry import TABLE\n\nfor total in (600, 700):\n    TABLE.update(a=600)\n", "TABLE['a']"),
    "method of a table": ("from registry import TABLE\n\nTABLE.update(a=600)\n", "TABLE['a']"),
    "star": ("from registry import *\n\nput('a', 600)\n", "TABLE['a']"),
    "import in a try": ("try:\n    import more\nexcept ImportError:\n    pass\n", "TABLE['more']()"),
    "import in a branch": ("if True:\n    from more import *\n", "TABLE['more']()"),
}  # fmt: skip


@pytest.mark.parametrize("case", PLUGINS)
def test_what_a_module_does_to_another_happens_when_it_is_imported(tmp_path: Path, case: str) -> None:
    text, total = PLUGINS[case]
    files = {
        "registry.py": SPEAKS + REGISTRY,
        "plugin.py": SPEAKS + text,
        "more.py": f"{SPEAKS}from registry import register\n\n@register\ndef more():\n    return 600\n",
        "package/__init__.py": f"{SPEAKS}import plugin\n",
        "train.py": program("import package\nfrom registry import TABLE, TOTALS", total),
    }
    assert steps_found(report(tmp_path, files)) == ["600"]
    files["package/__init__.py"] = SPEAKS
    assert steps_found(report(tmp_path, files)) == []


STARS = {
    "chain": {
        "helper.py": "from constants import *\n", "constants.py": "from totals import *\n", "totals.py": "TOTAL = 600\n",
    },
    "the later one wins": {"helper.py": "from constants import *\nTOTAL = 600\n", "constants.py": "TOTAL = 700\n"},
    "exported": {"helper.py": "__all__ = ['TOTAL']\nEPOCHS = 10\nTOTAL = EPOCHS * 60\n"},
    "exported later": {"helper.py": "__all__ = ['EPOCHS']\nEPOCHS = 10\nTOTAL = EPOCHS * 60\n__all__ += ['TOTAL']\n"},
    "package": {
        "helper/__init__.py": "from .inner import *\n", "helper/inner.py": "from .deep import TOTAL\n__all__ = ['TOTAL']\n",
        "helper/deep.py": "EPOCHS = 10\nTOTAL = EPOCHS * 60\n",
    },
    "cycle": {
        "helper.py": "from constants import *\nEPOCHS = 10\n", "constants.py": "import helper\nTOTAL = 600\n",
    },
}  # fmt: skip


@pytest.mark.parametrize("imports", ["from helper import *", "from helper import TOTAL"])
@pytest.mark.parametrize("case", STARS)
def test_star_imports_pass_names_on(tmp_path: Path, case: str, imports: str) -> None:
    assert steps_found(report(tmp_path, {**STARS[case], "train.py": program(imports, "TOTAL")})) == ["600"]


ENTRY = "class Entry:\n    name: str\n    kind: type\n"
# What a record makes of two imported classes, and how the program asks for what one of them holds.
RECORDS = {
    "dataclass": (f"@dataclass\n{ENTRY}", "ENTRIES['b'].kind.total"),
    "named tuple": (ENTRY.replace(":", "(NamedTuple):", 1), "ENTRIES['b'].kind().total"),
    "unpacked": (ENTRY.replace(":", "(NamedTuple):", 1), "[kind for name, kind in [ENTRIES['b']]][0].total"),
    "a method": (f"@dataclass\n{ENTRY}    def steps(self):\n        return self.kind.total\n", "ENTRIES['b'].steps()"),
    "after its making": (
        f"@dataclass\n{ENTRY}    def __post_init__(self):\n        self.steps = self.kind.total\n", "ENTRIES['b'].steps",
    ),
    "handed on": (f"@dataclass\n{ENTRY}\ndef steps(kind):\n    return kind.total\n", "steps(ENTRIES['b'].kind)"),
    "asked for none": (f"@dataclass\n{ENTRY}", "600 if ENTRIES['b'].kind is not None else 10"),
}  # fmt: skip


@pytest.mark.parametrize("case", RECORDS)
def test_classes_that_records_hold_are_what_they_are(tmp_path: Path, case: str) -> None:
    record, total = RECORDS[case]
    registry = (
        f"{SPEAKS}from dataclasses import dataclass\nfrom typing import NamedTuple\nfrom kinds import First, Second\n\n{record}\n"
        "ENTRIES = {'a': Entry('a', First), 'b': Entry('b', kind=Second)}\n"
    )
    files = {
        "kinds.py": f"{SPEAKS}class First:\n    total = 10\n\n\nclass Second:\n    total = 600\n",
        "registry.py": registry, "train.py": program("from registry import *", total),
    }  # fmt: skip
    assert steps_found(report(tmp_path, files)) == ["600"]


# A program with two schedules, of 600 and of 2000 steps, one of which it steps 1000 times: which one it is, is asked twice.
ASKED = """\
import torch
from torch.optim.lr_scheduler import OneCycleLR
from kinds import Kind, Other
from asking import is_kind

def train(model, batch):
    optimizer = torch.optim.SGD(model.parameters(), lr=0.1)
    if %FIRST%:
        scheduler = OneCycleLR(optimizer, max_lr=0.1, total_steps=600)
    else:
        scheduler = OneCycleLR(optimizer, max_lr=0.1, total_steps=2000)
    print(Kind.total)
    if %SECOND%:
        for turn in range(20):
            for number in range(50):
                model(number).backward()
                optimizer.step()
                scheduler.step()
"""
KINDS = "class Kind:\n    total = 10\n\n\nclass Other(Kind):\n    pass\n"


@pytest.mark.parametrize(
    ("first", "second", "found", "speaks"),
    [
        ("isinstance(batch, Kind)", "isinstance(batch, Kind)", ["600"], ""),
        ("isinstance(batch, Kind)", "isinstance(batch, Kind)", ["600"], SPEAKS),
        ("isinstance(batch, Kind)", "not isinstance(batch, Kind)", [], SPEAKS),
        ("isinstance(batch, (list, Kind))", "isinstance(batch, (list, Kind))", ["600"], SPEAKS),
        ("isinstance(batch, Kind)", "is_kind(batch)", ["600"], ""),
        ("isinstance(batch, Kind)", "is_kind(batch)", ["600"], SPEAKS),
        ("isinstance(batch, Kind)", "isinstance(batch, Other)", [], SPEAKS),
        ("isinstance(Other(), Kind)", "True", ["600"], SPEAKS),
        ("isinstance(Kind(), Other)", "True", [], SPEAKS),
        ("isinstance(Kind(), (int, Kind))", "True", ["600"], SPEAKS),
        ("isinstance(None, Kind)", "True", [], SPEAKS),
    ],
)
def test_a_kind_is_the_same_before_and_after_it_is_looked_at(
    tmp_path: Path, first: str, second: str, found: list[str], speaks: str
) -> None:
    asking = f"{SPEAKS}from kinds import Kind\n\ndef is_kind(value):\n    return isinstance(value, Kind)\n"
    train = ASKED.replace("%FIRST%", first).replace("%SECOND%", second)
    assert steps_found(report(tmp_path, {"kinds.py": speaks + KINDS, "asking.py": asking, "train.py": train})) == found


@pytest.mark.parametrize("speaks", ["", SPEAKS])
@pytest.mark.parametrize(
    ("listed", "found"),
    [
        ("", "600"),
        ("__all__ = ['TOTAL']\n", "600"),
        ("__all__ = (\n    'other',  # and 'TOTAL'\n    \"TOTAL\",\n)  # no more\n", "600"),
        ("__all__ = []\n__all__ += ['TOTAL']\n", "600"),
        ("__all__ = ['TO' + 'TAL']\n", "600"),
        ("__all__ = ['other']\n", "10"),
        ("__all__: list[str] = []\n", "10"),
        ("__all__ = (\n    'other',\n    # 'TOTAL',\n)\n", "10"),
    ],
)
def test_a_star_import_binds_what_the_module_lists(tmp_path: Path, listed: str, found: str, speaks: str) -> None:
    helper = f"{speaks}{listed}TOTAL = 600\n\ndef other():\n    return 1\n"
    files = {"helper.py": helper, "train.py": program("TOTAL = 10\nfrom helper import *", "TOTAL")}
    assert steps_found(report(tmp_path, files)) == [found]


@pytest.mark.parametrize(
    ("helper", "other"),
    [
        ("import other\nTOTAL = other.EPOCHS * 2\n", "import helper\nEPOCHS = 300\n"),
        ("EPOCHS = 300\nfrom other import HALF\nTOTAL = HALF * 2\n", "from helper import EPOCHS\nHALF = EPOCHS\n"),
        (
            "from other import half_epochs\nEPOCHS = 600\nTOTAL = half_epochs() * 2\n",
            "import helper\n\ndef half_epochs():\n    return helper.EPOCHS // 2\n",
        ),
    ],
)
def test_modules_that_import_each_other(tmp_path: Path, helper: str, other: str) -> None:
    files = {"helper.py": helper, "other.py": other, "train.py": program("from helper import TOTAL", "TOTAL")}
    assert steps_found(report(tmp_path, files)) == ["600"]


def test_names_that_only_pass_each_other_on_are_nothing(tmp_path: Path) -> None:
    files = {"helper.py": "from other import TOTAL\n", "other.py": "from helper import TOTAL\n"}
    assert steps_found(report(tmp_path, {**files, "train.py": program("from helper import TOTAL", "TOTAL")})) == []


# -- what cannot be parsed --------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("TOTAL = 600\nBROKEN = = 1\n", ["600"]),
        ("def broken(:\n    pass\n\nTOTAL = 600\n", ["600"]),
        ("def broken():\n    return = 1\n\nTOTAL = 600\n", ["600"]),
        ("TOTAL = = 600\n", []),
        ("EPOCHS = = 10\nTOTAL = EPOCHS * 60\n", []),
        ("def total():\n    return = 600\n\nTOTAL = total()\n", []),
    ],
)
def test_a_syntax_error_spoils_what_stands_in_it(project: Project, sched_lint: Command, text: str, expected: list[str]) -> None:
    files = {"helper.py": text, "train.py": program("from helper import TOTAL", "TOTAL")}
    folder = project(files)
    assert steps_found(report(folder, files)) == expected
    codes = sched_lint("check", "--no-cache").codes
    assert codes == [("helper.py", "SCH001"), *[("train.py", "SCH208")] * len(expected)]


# -- optimizers and schedulers of other modules -----------------------------------------------------------------------

SHARED = """\
import torch
model = torch.nn.Linear(2, 2)
optimizer = torch.optim.SGD(model.parameters(), lr=0.1)
EPOCHS = 90
ORDER = ["scheduler"]
ORDER += ["optimizer"]

def restore(checkpoint, **parts):
    for name in ORDER:
        parts[name].load_state_dict(checkpoint[name])
"""
PER_BATCH = """\
from torch.optim.lr_scheduler import StepLR
from shared import EPOCHS, model, optimizer

scheduler = StepLR(optimizer, 30)
for epoch in range(EPOCHS):
    for batch in loader:
        model(batch).backward()
        optimizer.step()
        scheduler.step()
"""


def test_an_optimizer_of_another_module_is_built_once_in_each_program(tmp_path: Path) -> None:
    files = {"shared.py": SHARED, "train.py": PER_BATCH, "again.py": PER_BATCH}
    found = report(tmp_path, files)
    assert [(Path(finding.path).name, finding.line, finding.code) for finding in found.findings] == [
        ("again.py", 9, "SCH201"), ("train.py", 9, "SCH201")
    ]  # fmt: skip
    for name in ("train.py", "again.py"):
        lines = timeline_text(tmp_path / name, [tmp_path / each for each in files], tmp_path).splitlines()
        built = [line.split()[:3] for line in lines if "built" in line]
        assert [(place, kind) for place, kind, _ in built] == [("shared.py:3", "built"), (f"{name}:4", "built")]
        stepped = next(line for line in lines if "optimizer step" in line)
        assert built[0][2].partition("(")[0] in stepped


def test_the_order_of_restoring_may_stand_in_another_module(tmp_path: Path) -> None:
    restoring = """\
import torch
from torch.optim.lr_scheduler import StepLR
from shared import EPOCHS, optimizer, restore

checkpoint = torch.load("last.pt")
scheduler = StepLR(optimizer, 30)
restore(checkpoint, scheduler=scheduler, optimizer=optimizer)
for epoch in range(EPOCHS):
    optimizer.step()
    scheduler.step()
"""
    files = {"shared.py": SHARED, "train.py": restoring}
    assert [(finding.code, finding.line) for finding in report(tmp_path, files).findings] == [("SCH101", 10)]
    files["shared.py"] = SHARED.replace('"scheduler"]', '"optimizer"]').replace('+= ["optimizer"]', '+= ["scheduler"]')
    assert report(tmp_path, files).findings == ()


def test_the_kind_of_scheduler_may_stand_in_another_module(tmp_path: Path) -> None:
    restoring = """\
import torch
import kinds

def train(model, checkpoint):
    optimizer = torch.optim.SGD(model.parameters(), lr=0.1)
    optimizer.load_state_dict(checkpoint["optimizer"])
    scheduler = getattr(torch.optim.lr_scheduler, kinds.LAST)(optimizer, total_iters=20)
    scheduler.load_state_dict(checkpoint["scheduler"])
    for epoch in range(90):
        optimizer.step()
        scheduler.step()
"""
    kinds = 'KINDS = ["PolynomialLR"]\nKINDS.append("LinearLR")\nLAST = KINDS[1]\n'
    found = report(tmp_path, {"kinds.py": kinds, "train.py": restoring}).findings
    assert [(Path(finding.path).name, finding.line, finding.code) for finding in found] == [("train.py", 7, "SCH104")]
    assert report(tmp_path, {"kinds.py": kinds.replace("[1]", "[0]"), "train.py": restoring}).findings == ()
