"""Calls that are answered from memory: fewer are entered, and none is answered with what it would not give."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from sched_lint.analysis import timeline_text
from sched_lint.evaluate.recall import Recall
from sched_lint.work import WORK

# The long function makes the module one whose functions are parsed one by one, as most are.
HEAD = f"""\
import torch
from torch.optim.lr_scheduler import StepLR

def long(x):
{"".join(f"    x{number} = compute(x, {number})" + chr(10) for number in range(9))}
optimizer = torch.optim.SGD(parameters, lr=0.1)
first = StepLR(optimizer, 1)
"""
CALLS = 9


def timeline(folder: Path, text: str, helper: str = "") -> str:
    (folder / "train.py").write_text(HEAD + text)
    (folder / "helper.py").write_text(f'"""Numbers of epochs."""\n{helper}')
    return timeline_text(folder / "train.py", [folder / "helper.py", folder / "train.py"], folder)


def sizes(text: str) -> list[str]:
    """The step sizes of the schedulers that a timeline says are built, the first one apart."""
    return re.findall(r"built StepLR#\d+\(.*step_size=(.*?)\)(?:  in .*|  if .*)?$", text, re.MULTILINE)[1:]


def entered(folder: Path, text: str, helper: str = "") -> int:
    before = WORK.functions_evaluated
    timeline(folder, text, helper)
    return WORK.functions_evaluated - before


@pytest.mark.parametrize(("calls", "expected"), [(1, 1), (2, 2), (3, 2), (4, 2), (9, 2)])
def test_what_is_asked_a_third_time_is_not_entered_again(tmp_path: Path, calls: int, expected: int) -> None:
    assert entered(tmp_path, "def f(x):\n    return x * 3\n" + "f(10)\n" * calls) == expected


REMEMBERED = {
    "other arguments": ("def f(x, y=1):\n    return x * y\nf(1)\nf(2)\nf(1, 2)\nf(2, y=3)\n", "f(2, y=3)"),
    "global constant": ("N = 2\ndef f():\n    return N * 3\n", "f()"),
    "global table": ("TABLE = {'a': [1, 2]}\ndef f(x):\n    return TABLE[x][1]\n", "f('a')"),
    "calls within": ("def g(x):\n    return x\ndef f(x):\n    return g(x) * g(3)\n", "f(1)"),
    "branches": ("def f(x):\n    if x:\n        return 1\n    return 2\n", "f(unknown)"),
    "what only the run knows": ("import sys\ndef f():\n    return len(sys.argv)\n", "f()"),
    "environment": ("import os\ndef f():\n    return int(os.environ.get('RANK', 0))\n", "f()"),
    "an attribute of what only the run knows": ("def f(x):\n    return x.size\n", "f(unknown)"),
    "function": ("def g():\n    pass\ndef f():\n    return g\n", "f()"),
    "method": (
        "class A:\n    def __init__(self):\n        self.n = 1\n    def f(self):\n        return self.n * 3\na = A()\n", "a.f()"
    ),
    "method of a class": ("class A:\n    n = 1\n    @classmethod\n    def f(cls):\n        return cls.n * 3\n", "A.f()"),
    "function of a module": ("import helper\n", "helper.f()"),
    "an object that is handed to unseen code": (
        "import unseen\nclass A:\n    pass\ndef f(x):\n    unseen.look(x)\n    return 1\na = A()\n", "f(a)"
    ),
}  # fmt: skip


@pytest.mark.parametrize("case", REMEMBERED)
def test_what_is_remembered(tmp_path: Path, case: str) -> None:
    text, call = REMEMBERED[case]
    helper = "N = 2\n\ndef f():\n    return N * 3\n"
    few, many = (entered(tmp_path, text + f"{call}\n" * calls, helper) for calls in (3, CALLS))
    assert 0 < few == many


FORGOTTEN = {
    "random numbers": ("import random\ndef f():\n    return random.random()\n", "f()"),
    "the next of something": ("turns = iter(range(9))\ndef f():\n    return next(turns)\n", "f()"),
    "the time": ("import time\ndef f():\n    return time.time()\n", "f()"),
    "input": ("def f():\n    return input()\n", "f()"),
    "random numbers further down": (
        "import random\ndef g():\n    return random.randint(1, 9)\ndef f():\n    return 3 * g()\n", "f()"
    ),
    "generator": ("def f():\n    yield 1\n", "f()"),
    "list that is added to": ("found = []\ndef f():\n    found.append(1)\n    return 1\n", "f()"),
    "table that is written to": ("found = {}\ndef f():\n    found['a'] = 1\n    return 1\n", "f()"),
    "global that is written to": ("N = 1\ndef f():\n    global N\n    N = N + 1\n    return N\n", "f()"),
    "attribute that is written to": (
        "class A:\n    n = 0\n    def f(self):\n        self.n = self.n + 1\n        return self.n\na = A()\n", "a.f()"
    ),
    "attribute of an argument": ("class A:\n    n = 0\ndef f(x):\n    x.n = x.n + 1\n    return x.n\na = A()\n", "f(a)"),
    "attribute of what only the run knows": ("def f(x):\n    x.n = 1\n    return x.n\n", "f(unknown)"),
    "attribute of a module": ("import helper\ndef f():\n    helper.N = 1\n    return 1\n", "f()"),
    "list that is given": ("found = []\ndef f(x):\n    return 1\n", "f(found)"),
    "function in a function": ("def g(x):\n    def f():\n        return x\n    return f\nf = g(1)\n", "f()"),
    "new object": ("class A:\n    pass\ndef f():\n    return A()\n", "f()"),
    "list": ("def f():\n    return [1]\n", "f()"),
}  # fmt: skip


@pytest.mark.parametrize("case", FORGOTTEN)
def test_what_is_not_remembered(tmp_path: Path, case: str) -> None:
    text, call = FORGOTTEN[case]
    few, many = (entered(tmp_path, text + f"{call}\n" * calls) for calls in (3, CALLS))
    assert many - few >= CALLS - 3


@pytest.mark.parametrize(
    ("text", "call", "event"),
    [
        ("def f(x):\n    torch.save({'epoch': x}, 'last.pt')\n    return 1\n", "f(1)", "checkpoint written"),
        ("def f():\n    first.step()\n", "f()", "stepped StepLR"),
        ("def f():\n    optimizer.step()\n", "f()", "optimizer step"),
        ("def f(x):\n    return StepLR(optimizer, x)\n", "f(3)", "built StepLR"),
        ("def g():\n    first.step()\ndef f():\n    g()\n    return 1\n", "f()", "stepped StepLR"),
        ("class A:\n    def __init__(self):\n        self.first = first\n    def f(self):\n        self.first.step()\na = A()\n",
         "a.f()", "stepped StepLR"),
    ],
)  # fmt: skip
def test_what_happens_in_a_call_happens_each_time(tmp_path: Path, text: str, call: str, event: str) -> None:
    found = timeline(tmp_path, text + f"{call}\n" * CALLS)
    assert found.count(event) == CALLS + (event == "built StepLR")


def test_what_hangs_on_an_object_by_now_is_handed_on(tmp_path: Path) -> None:
    text = "import unseen\nclass A:\n    pass\na = A()\ndef f(x):\n    unseen.look(x)\n    return 1\n" + "f(a)\n" * 4
    assert "handed" not in timeline(tmp_path, text)
    assert timeline(tmp_path, text + "a.scheduler = first\n" + "f(a)\n" * 4).count("handed") == 4


LOOPS = """\
import unseen
class A:
    def __init__(self):
        self.n = unseen.count()
    def f(self):
        return unseen.rest(self.n)
a = A()
a.f(); a.f(); a.f()
for epoch in range(90):
    for batch in loader:
        a.f(); a.f(); a.f(); a.f()
    a.f(); a.f(); a.f(); a.f()
"""


def test_what_is_guessed_of_an_object_is_remembered_in_each_loop_by_itself(tmp_path: Path) -> None:
    few, many = (entered(tmp_path, LOOPS.replace("a.f(); a.f(); ", "a.f(); a.f(); " * times)) for times in (1, 4))
    assert 0 < few == many
    built = LOOPS.replace("\nfor", "\nStepLR(optimizer, a.f() + 0)\nfor") + "    StepLR(optimizer, a.f() + 0)\n"
    assert len(sizes(timeline(tmp_path, built))) == 2


# What a call gives before and after something else: each program asks `CALL` three times before, and builds with it after.
CHANGES = {
    "global": ("N = 1\ndef f():\n    return N * 3\n", "f()", "N = 2\n", ["3", "6"]),
    "global, by a function": (
        "N = 1\ndef f():\n    return N * 3\ndef put(x):\n    global N\n    N = x\n", "f()", "put(2)\n", ["3", "6"],
    ),
    "global, further down": ("N = 1\ndef g():\n    return N\ndef f():\n    return g() * 3\n", "f()", "N = 2\n", ["3", "6"]),
    "global that was not there": (
        "def f():\n    return 1 if 'N' in TABLE else 2\nTABLE = {}\n", "f()", "TABLE['N'] = 1\n", ["2", "1"],
    ),
    "function": (
        "def g():\n    return 1\ndef f():\n    return g() * 3\n", "f()", "def g():\n    return 2\n", ["3", "6"],
    ),
    "list, added to": ("ITEMS = [1]\ndef f():\n    return ITEMS[-1] * 3\n", "f()", "ITEMS.append(2)\n", ["3", "6"]),
    "list, its length": ("ITEMS = [1]\ndef f():\n    return len(ITEMS) * 3\n", "f()", "ITEMS.append(2)\n", ["3", "6"]),
    "list, an item": ("ITEMS = [1]\ndef f():\n    return ITEMS[0] * 3\n", "f()", "ITEMS[0] = 2\n", ["3", "6"]),
    "table, an entry": ("TABLE = {'a': 1}\ndef f():\n    return TABLE['a'] * 3\n", "f()", "TABLE['a'] = 2\n", ["3", "6"]),
    "table, an entry asked for in vain": (
        "TABLE = {}\ndef f():\n    return TABLE.get('a', 1) * 3\n", "f()", "TABLE['a'] = 2\n", ["3", "6"],
    ),
    "table, further down": (
        "TABLE = {'a': [1]}\ndef f():\n    return TABLE['a'][0] * 3\n", "f()", "TABLE['a'][0] = 2\n", ["3", "6"],
    ),
    "attribute": (
        "class A:\n    def __init__(self):\n        self.n = 1\n    def f(self):\n        return self.n * 3\na = A()\n",
        "a.f()", "a.n = 2\n", ["3", "6"],
    ),
    "attribute instead of the class's": (
        "class A:\n    n = 1\n    def f(self):\n        return self.n * 3\na = A()\n", "a.f()", "a.n = 2\n", ["3", "6"],
    ),
    "attribute of an argument": (
        "class A:\n    def __init__(self):\n        self.n = 1\ndef f(x):\n    return x.n * 3\na = A()\n",
        "f(a)", "a.n = 2\n", ["3", "6"],
    ),
    "attribute of a global": (
        "class A:\n    def __init__(self):\n        self.n = 1\na = A()\ndef f():\n    return a.n * 3\n",
        "f()", "a.n = 2\n", ["3", "6"],
    ),
    "attribute of an attribute": (
        "class B:\n    def __init__(self):\n        self.n = 1\nclass A:\n    def __init__(self):\n        self.b = B()\n"
        "a = A()\ndef f(x):\n    return x.b.n * 3\n", "f(a)", "a.b.n = 2\n", ["3", "6"],
    ),
    "attribute that was not there": (
        "class A:\n    pass\na = A()\ndef f(x):\n    return getattr(x, 'n', 1) * 3\n", "f(a)", "a.n = 2\n", ["3", "6"],
    ),
    "attribute that is asked for": (
        "class A:\n    pass\na = A()\ndef f(x):\n    return 2 if hasattr(x, 'n') else 1\n", "f(a)", "a.n = 2\n", ["1", "2"],
    ),
    "list of an attribute": (
        "class A:\n    def __init__(self):\n        self.items = [1]\n    def f(self):\n        return self.items[0] * 3\n"
        "a = A()\n",
        "a.f()", "a.items[0] = 2\n", ["3", "6"],
    ),
    "attribute of what only the run knows": (
        "import options\nargs = options.parse()\ndef f(x):\n    return x.n * 3\n", "f(args)", "args.n = 2\n", ["args.n * 3", "6"],
    ),
    "attribute of what only the run knows, written twice": (
        "import options\nargs = options.parse()\nargs.n = 1\ndef f():\n    return args.n * 3\n",
        "f()", "args.n = 2\n", ["3", "6"],
    ),
    "parsed option": (
        "import argparse\nparser = argparse.ArgumentParser()\nparser.add_argument('--n', default=1)\nargs = parser.parse_args()\n"
        "def f():\n    return args.n * 3\n", "f()", "args.n = 2\n", ["args.n * 3", "6"],
    ),
    "global of a module": ("import helper\ndef f():\n    return helper.N * 3\n", "f()", "helper.N = 2\n", ["3", "6"]),
    "list of a module": ("import helper\n", "helper.f()", "helper.put(2)\n", ["3", "6"]),
    "argument": ("def f(x):\n    return x * 3\nn = 1\n", "f(n)", "n = 2\n", ["3", "6"]),
    "kind of an argument": (
        "def f(x):\n    return 1 if x == 1 else 2\nn = 1\n", "f(n)", "n = '1'\n", ["1", "2"],
    ),
    "object": (
        "class A:\n    def __init__(self, n):\n        self.n = n\n    def f(self):\n        return self.n * 3\na = A(1)\n",
        "a.f()", "a = A(2)\n", ["3", "6"],
    ),
}  # fmt: skip
HELPER = "N = 1\nITEMS = [1]\n\ndef put(x):\n    ITEMS[0] = x\n\ndef f():\n    return ITEMS[0] * 3\n"


@pytest.mark.parametrize("remembers", [True, False])
@pytest.mark.parametrize("case", CHANGES)
def test_an_answer_changes_with_what_it_rests_on(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, case: str, remembers: bool
) -> None:
    before, call, change, expected = CHANGES[case]
    if not remembers:
        monkeypatch.setattr(Recall, "recalled", lambda *_: None)  # what nobody remembers proves the case
    build = f"StepLR(optimizer, {call} + 0)\n"  # a sum, since the name of a constant would stand for it
    text = before + f"{call}\n" * 3 + build + change + build * 3
    found = [size.removesuffix(" + 0") for size in sizes(timeline(tmp_path, text, HELPER))]
    assert found == [expected[0], *[expected[1]] * 3]


def test_objects_of_a_class_are_kept_apart(tmp_path: Path) -> None:
    text = """\
class A:
    def __init__(self, n):
        self.n = n

    def f(self):
        return self.n * 3

def run(n):
    mine = A(n)
    return mine.f() + mine.f() + mine.f()

one, two = A(1), A(2)
"""
    calls = ["one.f() + 0", "two.f() + 0"] * 4 + [f"run({n}) + 0" for n in (1, 2, 3, 1)]
    found = sizes(timeline(tmp_path, text + "".join(f"StepLR(optimizer, {call})\n" for call in calls)))
    assert found == ["3", "6"] * 4 + ["9", "18", "27", "9"]


def test_functions_of_a_function_are_kept_apart(tmp_path: Path) -> None:
    text = "def outer(n):\n    def f():\n        return n * 3\n    f()\n    f()\n    return f() + 0\n"
    found = sizes(timeline(tmp_path, text + "".join(f"StepLR(optimizer, outer({n}))\n" for n in (1, 2, 3))))
    assert found == ["3", "6", "9"]


def test_a_function_that_is_made_twice_is_two(tmp_path: Path) -> None:
    text = "made = []\nfor n in (1, 2):\n    def f(x=n):\n        return x * 3\n    made.append(f)\n"
    text += "made[0]()\n" * 3 + "StepLR(optimizer, made[0]() + 0)\nStepLR(optimizer, made[1]() + 0)\n"
    assert sizes(timeline(tmp_path, text)) == ["3", "6"]


def test_a_module_that_runs_as_a_script_is_not_the_one_that_is_imported(tmp_path: Path) -> None:
    text = "import helper\nN = 1\ndef f():\n    return N * 3\nif __name__ == '__main__':\n    N = 2\n"
    calls = ["f() + 0"] * 4 + ["helper.g() + 0"] * 2
    text += "".join(f"    StepLR(optimizer, {call})\n" for call in calls)
    found = timeline(tmp_path, text, "import train\n\ndef g():\n    return train.f()\n")
    assert [size for size in sizes(found) if size != "1"] == ["6"] * 4 + ["3"] * 2


def test_an_answer_from_outside_a_loop_holds_within_it(tmp_path: Path) -> None:
    text = "def f(x):\n    return x * 3\nf(1)\nf(1)\nf(1)\nfor epoch in range(90):\n    StepLR(optimizer, f(1) + 0)\n"
    assert sizes(timeline(tmp_path, text)) == ["3"]
    assert entered(tmp_path, text) == 2


def test_an_answer_from_within_a_loop_does_not_hold_in_the_next(tmp_path: Path) -> None:
    text = """\
def f(x):
    return x * 3
for epoch in range(90):
    StepLR(optimizer, f(epoch))
    StepLR(optimizer, f(epoch))
    StepLR(optimizer, f(epoch))
for turn in range(10):
    StepLR(optimizer, f(turn))
"""
    assert sizes(timeline(tmp_path, text)) == ["epoch * 3"] * 3 + ["turn * 3"]


@pytest.mark.parametrize("change", ["    N += 1\n", "    a.n += 1\n", "    a.up()\n"])
def test_what_a_loop_changes_is_not_the_constant_it_was(tmp_path: Path, change: str) -> None:
    text = """\
class A:
    def __init__(self):
        self.n = 1

    def f(self):
        return self.n * 3

    def up(self):
        self.n += 1

def f():
    return N * 3

N = 1
a = A()
"""
    call = "f()" if "N" in change else "a.f()"
    text += f"{call}\n" * 3 + f"StepLR(optimizer, {call} + 0)\nfor turn in range(9):\n{change}    StepLR(optimizer, {call})\n"
    before, within = sizes(timeline(tmp_path, text))
    assert before == "3"
    assert within.endswith(" * 3") and "+ 1" in within


def test_a_branch_decides_in_an_answer_too(tmp_path: Path) -> None:
    text = """\
def f(x):
    if x:
        return 3
    return 5

f(unknown)
f(unknown)
f(unknown)
if unknown:
    StepLR(optimizer, f(unknown))
else:
    StepLR(optimizer, f(unknown))
"""
    assert sizes(timeline(tmp_path, text)) == ["3", "5"]
