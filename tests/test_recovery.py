"""A file with statements that no longer parse: it is reported, and the rest is analysed without guessing what they did."""

from __future__ import annotations

import ast
import time

import pytest
from support import RESTORES_SCHEDULER_FIRST, Command, Project, flake8

from sched_lint.project.recovery import MAX_MASKS, recover
from sched_lint.project.statements import scan
from sched_lint.sources.suppressions import Suppressions

FOUND = [("train.py", "SCH101")]
BROKEN = ("train.py", "SCH001")
LINES = RESTORES_SCHEDULER_FIRST.splitlines()


def _with(text: str, at: int) -> str:
    """The program with more lines in front of line `at`."""
    return "\n".join([*LINES[: at - 1], *text.splitlines(), *LINES[at - 1 :], ""])


HARMLESS = {
    "async": ("        batch = batch.cuda(async=True)", 11),
    "print": ("    print 'epoch %d' % epoch, model", 14),
    "print of the rate": ("    print 'lr', scheduler.get_lr()", 3),
    "print without arguments": ("        print 'x',\n        print", 11),
    "print behind a condition": ("    if epoch: print 'x'", 10),
    "exec": ("exec 'x = 1'", 4),
    "backticks": ("name = `model`", 4),
    "two exceptions": ("try:\n    import apex\nexcept (ImportError, OSError), error:\n    print error", 2),
    "raise": ("if not torch:\n    raise ValueError, 'no torch'", 2),
    "unequal": ("if 1 <> 2:\n    print 'x'", 2),
    "numbers": ("size = 10L + 0777", 2),
    "unfinished": ("names = [str(1),\n         str(2)\n", 2),
    "unfinished assignment": ("size =", 2),
    "too many brackets": ("size = int(3))", 2),
    "quote": ("text = 'it's'", 2),
    "conflict": ("<<<<<<< HEAD\nsize = 3\n=======\nsize = 4  # it's\n>>>>>>> theirs", 2),
    "left-over markers": ("=======\n>>>>>>> theirs", 2),
    "left-over marker in a block": (">>>>>>> theirs", 11),
    "block without a body": ("if torch:\n    # nothing any more", 4),
    "function without a body": ("def nothing():\n    # later\n", 4),
    "stray indentation": ("size = 3\n    more = 4", 2),
    "dedent to nowhere": ("def size():\n    a = 1\n  b = 2\n    return a", 2),
    "tabs and spaces": ("def size():\n\ta = 1\n        b = 2\n\treturn a", 2),
    "parameters in brackets": ("def area(x, (y, z)):\n    return x * y * z\n", 2),
    "full-width bracket": ("\uff09", 2),
}  # fmt: skip


@pytest.mark.parametrize("case", HARMLESS)
def test_the_rest_is_analysed(project: Project, sched_lint: Command, case: str) -> None:
    text, at = HARMLESS[case]
    project({"train.py": _with(text, at)})
    outcome = sched_lint("check")
    assert sorted(outcome.codes) == [BROKEN, *FOUND]
    line = 7 + (len(text.splitlines()) if at <= 7 else 0)
    assert ("train.py", line, 1, "SCH101") in outcome.places
    assert all(abs(place[1] - at) <= len(text.splitlines()) for place in outcome.places if place[3] == "SCH001")


PREFIX = LINES[:5]
TRAINING = LINES[8:13]
# ruff: noqa: E501
# Of these programs only SCH001 may be reported: what would be wrong with the rest depends on what cannot be parsed.
IN_DOUBT = {
    "stepped there": [*PREFIX, *TRAINING, "    scheduler.step(epoch 1)"],
    "stepped in a call": [*PREFIX, *TRAINING, "    finish(scheduler, async=1 2)"],
    "stepped behind a condition": [*PREFIX, *TRAINING, "    if epoch 1:", "        scheduler.step()"],
    "stepped in a loop": [*PREFIX, *TRAINING, "    for s in [scheduler:", "        s.step()"],
    "stepped in one side": [*PREFIX, *TRAINING, "<<<<<<< a", "    scheduler.step()", "=======", "    pass", ">>>>>>> b"],
    "stepped in a function": ["def finish(epoch, (a, b)):", "    scheduler.step()", *PREFIX, *TRAINING, "    finish(1, (2, 3))"],
    "stepped in its methods": [*PREFIX, "class Hook(object:", "    def after(self):", "        scheduler.step()", *TRAINING, "    Hook().after()"],
    "optimizer first": [*PREFIX, LINES[8], "    train(model, optimizer, epoch 1)", "    scheduler.step()", *[f"    {line}" for line in TRAINING[1:]]],
    "optimizer first, in a function": [
        "def train():", "    optimizer.step()", *PREFIX, LINES[8], "    train(1 2)", "    scheduler.step()", *TRAINING[1:],
    ],
    "guarded": [*PREFIX, LINES[8], "    if epoch <> 0 1:", "        scheduler.step()", *TRAINING[1:]],
    "left early": [*PREFIX, LINES[8], "    if epoch < 1 1:", "        continue", "    scheduler.step()", *TRAINING[1:]],
    "optimizer made there": [*PREFIX[:3], "optimizer = SGD(model.parameters(), lr=0.1", PREFIX[4], LINES[8], "    scheduler.step()", *TRAINING[1:]],
    "scheduler made there": [*PREFIX[:4], "scheduler = StepLR(optimizer, 30 30)", LINES[8], "    scheduler.step()", *TRAINING[1:]],
    "restored there": [*PREFIX, "state = torch.load('x')", "optimizer.load_state_dict(state['o'] 1)", "scheduler.load_state_dict(state['s'])", *TRAINING, LINES[13]],
    "restored by a printed call": [*PREFIX, "print 'x', optimizer.load_state_dict(torch.load('x'))", "scheduler.load_state_dict(torch.load('y'))", *TRAINING, LINES[13]],
    "its own line": [*LINES[:6], "scheduler.load_state_dict(checkpoint['s'], async=True)", *LINES[7:]],
}  # fmt: skip


@pytest.mark.parametrize("case", IN_DOUBT)
def test_nothing_is_said_of_what_it_makes_uncertain(project: Project, sched_lint: Command, case: str) -> None:
    project({"train.py": "\n".join([*IN_DOUBT[case], ""])})
    assert sched_lint("check").codes == [BROKEN]


def test_another_function_of_the_same_file_is_still_judged(project: Project, sched_lint: Command) -> None:
    body = ["def old():", "    if 1 2:", "        scheduler.step()", "", "def main():", *[f"    {line}" for line in LINES]]
    project({"train.py": "\n".join([*body, ""])})
    assert sched_lint("check").places == [("train.py", 2, 10, "SCH001"), ("train.py", 12, 5, "SCH101")]


def test_an_imported_file_is_analysed_too_and_only_what_was_asked_for_reported(project: Project, sched_lint: Command) -> None:
    """flake8 leaves out what does not parse, but sees what it leads to elsewhere."""
    helper = (
        "def restore(a, b, state):\n    print 'restoring'\n    a.load_state_dict(state['a'])\n    b.load_state_dict(state['b'])\n"
    )
    train = "\n".join([*LINES[:6], "restore(scheduler, optimizer, checkpoint)", *LINES[8:], "from helper import restore", ""])
    train = "from helper import restore\n" + train
    bad = "\n".join(
        ["from helper import restore", *LINES[:6], LINES[6], "restore(optimizer, scheduler, checkpoint)", *LINES[8:], ""]
    )
    project({"helper.py": helper, "train.py": train, "bad.py": bad})
    everything = [("bad.py", "SCH101"), ("helper.py", "SCH001"), ("helper.py", "SCH101")]
    assert sched_lint("check").codes == everything
    assert sched_lint("check", "train.py").codes == []
    assert sched_lint("check", "bad.py").codes == everything[:1]
    shown = flake8("--isolated", "--select", "SCH,E9").out
    assert "helper.py:2" in shown and "E999" in shown
    assert "helper.py" not in flake8("--isolated", "--select", "SCH").out
    assert "bad.py:8:1: SCH101" in shown


def test_the_timeline_says_what_was_left_out(project: Project, sched_lint: Command) -> None:
    project({"train.py": _with("print 'x'", 3)})
    outcome = sched_lint("timeline", "train.py")
    assert outcome.status == 2
    assert "note: line 3 cannot be parsed and was left out\n" in outcome.out
    assert "StepLR" in outcome.out
    assert "cannot be parsed" in outcome.err


def test_a_finding_behind_the_error_can_be_silenced(project: Project, sched_lint: Command) -> None:
    text = _with("size = 'it's\nlist = (1,", 2).replace('["scheduler"])', '["scheduler"])  # noqa: SCH101', 1)
    project({"train.py": text})
    assert sched_lint("check").codes == [BROKEN]
    assert Suppressions("x = 'it's\n  y = 2\n z = 3  # noqa\n").silences(3, "SCH201")


@pytest.mark.parametrize("case", HARMLESS)
def test_every_line_keeps_its_number(case: str) -> None:
    text = _with(*HARMLESS[case])
    found = recover(text)
    assert found is not None
    ast.parse(found.text)
    before, after = text.split("\n"), found.text.split("\n")
    assert len(before) == len(after)
    changed = {number for number, (old, new) in enumerate(zip(before, after, strict=True), start=1) if old != new}
    assert changed <= {line for first, last in found.masked for line in range(first, last + 1)}


def test_statements_are_found_without_a_parser() -> None:
    found = scan("a = f(1,\n  '''x\ny''', 2)  # c\n\nif b: c\nd = (\ndef e():\n    return \\\n      1\n")
    assert [(each.first, each.last, each.indent) for each in found] == [
        (1, 3, ""), (5, 5, ""), (6, 6, ""), (7, 7, ""), (8, 9, "    "),
    ]  # fmt: skip
    assert [each.suite is not None for each in found] == [False, True, False, False, False]


@pytest.mark.parametrize(
    "text",
    [
        "x y\n" * (MAX_MASKS + 1),
        "<<<<<<<\n" * 30000,
        "scheduler = (" * 20000,
        "x = 1\n" * 35_000 + "x y\n",
        "def f(:\n" + "x = a" + ".b" * 50000 + "\n",
        "if a b:\n  pass\n" + "elif a:\n  pass\n" * 5000,
        "except " + " " * 100_000 + "\n",
        "a=" * 50_000 + " b c",
        "".join(" " * (i % 90) + "x y\n" for i in range(1000)),
        "class A:\n" + "    x = 1\n" * 10000 + "    y z\n" * 50,
        '"""' + "a\n" * 50000,
    ],
    ids=["errors", "markers", "brackets", "large", "deep", "elif", "spaces", "equals", "indents", "class", "string"],
)
def test_hostile_files_end_soon(project: Project, sched_lint: Command, text: str) -> None:
    project({"train.py": "import scheduler\n" + text})
    start = time.process_time()
    assert sched_lint("check").codes == [BROKEN]
    assert time.process_time() - start < 10
