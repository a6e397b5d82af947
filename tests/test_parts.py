"""A module that is not plain gives the same, whether it runs as a whole or would be taken apart."""

from __future__ import annotations

import gc
from pathlib import Path

import pytest
from test_imports import SHARED, SPEAKS, program, report, steps_found

from sched_lint.analysis import timeline_text
from sched_lint.project import trees
from sched_lint.project.modules import Module

TITLE = '"""Numbers of epochs."""\n'
TOTAL = ("from helper import TOTAL", "TOTAL")
SHORTEN = "TOTAL = 1000\n\ndef shorten():\n    global TOTAL\n    TOTAL = 600\n"
WRAP = "def wrap(n):\n    def inner(f):\n        return lambda: 600\n    return inner\n\n"

# What a helper says; what the program imports of it, and how it writes the number of its steps, which is 600.
HELPERS: dict[str, tuple[str, str, str]] = {
    "a global changed at the top level": (f"{SHORTEN}\nshorten()\n", *TOTAL),
    "a global changed by the program": (SHORTEN, "import helper\nhelper.shorten()", "helper.TOTAL"),
    "a changed global that a function returns": (
        f"{SHORTEN}\ndef total():\n    return TOTAL\n", "import helper\nhelper.shorten()", "helper.total()",
    ),
    "an assignment behind an import": ("import os; TOTAL = 600\n", *TOTAL),
    "an assignment behind an import of a name": ("from os import path; TOTAL = 600\n", *TOTAL),
    "a name bound anew after it was used": ("N = 10\nTOTAL = N * 60\nN = 100\n", *TOTAL),
    "not as a script": ("if __name__ != '__main__':\n    TOTAL = 600\n", *TOTAL),
    "else than as a script": ("if __name__ == '__main__':\n    TOTAL = 700\nelse:\n    TOTAL = 600\n", *TOTAL),
    "a list by another name": ("PARTS = []\nalias = PARTS\nalias.append(600)\n", "from helper import PARTS", "PARTS[0]"),
    "a table within a table": (
        "TABLE = {'a': {}}\nINNER = TABLE['a']\nINNER['b'] = 600\n", "from helper import TABLE", "TABLE['a']['b']",
    ),
    "an entry of globals()": ("globals()['TOTAL'] = 600\n", *TOTAL),
    "entries of globals()": ("X = {'TOTAL': 600}\nglobals().update(X)\n", *TOTAL),
    "a decorator's brackets at the margin": (
        f"{WRAP}@wrap(\n2\n)\ndef total():\n    return 300\n", "from helper import total", "total()",
    ),
    "an assignment within an expression": ("A = (TOTAL := 600)\n", *TOTAL),
    "a tuple within a tuple": ("A = 1\nA, (B, TOTAL) = 1, (2, 600)\n", *TOTAL),
}  # fmt: skip

PUTTING = (
    "TABLE = {}\nTOTAL = 1000\n\nclass Options:\n    total = 1000\n\nOPTIONS = Options()\n\n"
    "def put(name, value):\n    TABLE[name] = value\n    return value\n"
)
# What a plugin does to that helper, and how the program writes the number of its steps.
PLUGINS: dict[str, tuple[str, str]] = {
    "an entry of an imported table": ("from helper import TABLE\n\nTABLE['a'] = 600\n", "TABLE['a']"),
    "an attribute of an imported module": ("import helper\n\nhelper.TOTAL = 600\n", "helper.TOTAL"),
    "an attribute of an imported object": ("from helper import OPTIONS\n\nOPTIONS.total = 600\n", "helper.OPTIONS.total"),
    "through the module": ("import helper\n\nhelper.TABLE['a'] = 600\n", "TABLE['a']"),
    "a call whose answer is kept": ("from helper import put\n\nDONE = put('a', 600)\n", "TABLE['a']"),
    "a function put there by hand": (
        "from helper import put\n\ndef total():\n    return 600\n\ntotal = put('a', total)\n", "TABLE['a']()",
    ),
}  # fmt: skip


@pytest.fixture(params=["in parts", "as a whole"])
def way(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> None:
    """Whether modules may be taken apart."""
    if request.param == "as a whole":
        monkeypatch.setattr(Module, "pieces", None)


@pytest.mark.usefixtures("way")
@pytest.mark.parametrize("case", HELPERS)
def test_a_helper_that_is_not_plain(tmp_path: Path, case: str) -> None:
    helper, imports, total = HELPERS[case]
    assert steps_found(report(tmp_path, {"helper.py": TITLE + helper, "train.py": program(imports, total)})) == ["600"]


@pytest.mark.usefixtures("way")
@pytest.mark.parametrize("case", PLUGINS)
def test_a_plugin_that_changes_its_helper(tmp_path: Path, case: str) -> None:
    plugin, total = PLUGINS[case]
    train = program("import plugin\nimport helper\nfrom helper import TABLE", total)
    files = {"helper.py": TITLE + PUTTING, "plugin.py": SPEAKS + plugin, "train.py": train}
    assert steps_found(report(tmp_path, files)) == ["600"]


@pytest.mark.usefixtures("way")
def test_a_star_import_after_a_default(tmp_path: Path) -> None:
    helper = "TOTAL = 700\nfrom local import *\n"
    files = {"helper.py": helper, "local.py": "TOTAL = 600\n", "train.py": program("from helper import TOTAL", "TOTAL")}
    assert steps_found(report(tmp_path, files)) == ["600"]


@pytest.mark.usefixtures("way")
def test_what_another_module_builds_is_built_once(tmp_path: Path) -> None:
    (tmp_path / "shared.py").write_text(SHARED + "DROP = EPOCHS // 3\n")
    (tmp_path / "train.py").write_text(
        "import shared\nfrom torch.optim.lr_scheduler import StepLR\nscheduler = StepLR(shared.optimizer, shared.DROP)\n"
    )
    text = timeline_text(tmp_path / "train.py", [tmp_path / "shared.py", tmp_path / "train.py"], tmp_path)
    assert text.count("built SGD") == 1


@pytest.mark.usefixtures("way")
def test_what_two_imports_share_is_built_once(tmp_path: Path) -> None:
    (tmp_path / "shared.py").write_text(SHARED)
    (tmp_path / "rates.py").write_text("import shared\n\noptimizer = shared.optimizer\n")
    (tmp_path / "train.py").write_text(
        "import rates\nimport shared\nfrom torch.optim.lr_scheduler import StepLR\n"
        "first = StepLR(rates.optimizer, 3)\nsecond = StepLR(shared.optimizer, 3)\n"
    )
    names = ("shared.py", "rates.py", "train.py")
    text = timeline_text(tmp_path / "train.py", [tmp_path / name for name in names], tmp_path)
    assert text.count("built SGD") == 1


def test_positions_are_those_of_living_nodes() -> None:
    long = "".join(f"        value{n} = compute(value{n}, {n})\n" for n in range(8))
    module = Module(Path("m.py"), Path(), f"class A:\n    def m(self):\n{long}\n".encode())
    node = module.whole(next(trees.functions(module.tree)))
    module.locate(node.name)
    gc.collect()
    assert module._positions.keys() <= {id(each) for each in gc.get_objects()}
