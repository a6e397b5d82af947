"""`# noqa` means what it means to flake8, where flake8 does not mistake a string for a comment."""

from __future__ import annotations

import argparse
import io

import pytest
from flake8.processor import FileProcessor
from flake8.violation import Violation
from support import RESTORES_SCHEDULER_FIRST, Command, Outcome, Project, flake8

from sched_lint.sources.suppressions import Suppressions

CODES = ("SCH101", "SCH201", "SCH2011", "E501")

SAME_AS_FLAKE8 = [
    "x = 1  # noqa\n",
    "x = 1  # NoQA\n",
    "x = 1  #noqa\n",
    "x = 1  #  noqa\n",
    "x = 1  # noqa : SCH201\n",
    "x = 1  # noqa:SCH201\n",
    "x = 1  # noqa: SCH201\n",
    "x = 1  # noqa:  SCH201\n",
    "x = 1  # noqa: sch201\n",
    "x = 1  # noqa: SCH\n",
    "x = 1  # noqa: SCH2\n",
    "x = 1  # noqa: SCH1,SCH2\n",
    "x = 1  # noqa: E501,SCH201\n",
    "x = 1  # noqa: E501 SCH201\n",
    "x = 1  # noqa: E501 , SCH201\n",
    "x = 1  # noqa: E501,,SCH201\n",
    "x = 1  # noqa: E501, because SCH201\n",
    "x = 1  # noqa: SCH201 because\n",
    "x = 1  # noqa: SCH201because\n",
    "x = 1  # noqa: because\n",
    "x = 1  # noqa: E501SCH201\n",
    "x = 1  # noqa: E501  # noqa: SCH201\n",
    "x = 1  # type: ignore  # noqa: SCH201\n",
    "x = 1  # noqa-SCH201\n",
    "x = 1  # nono noqa\n",
    "# noqa\nx = 1\n",
    "x = 1\n# noqa\n",
    "x = (  # noqa: SCH201\n    1,\n    2,\n)\n",
    "x = (\n    1,  # noqa: SCH201\n    2,\n)\n",
    "x = (\n    1,\n    2,\n)  # noqa: SCH201\n",
    "x = 1 + \\\n    2  # noqa: SCH201\ny = 3\n",
    "x = '''a\nb\nc'''  # noqa: SCH201\ny = 3\n",
    "x = f('''a\nb''', 1,  # noqa: SCH201\n    2)\ny = 3\n",
    "x = '''\n''' + \\\n  '''\n'''  # noqa\ny = 3\n",
    "if x:\n    y = 1  # noqa\nz = 2\n",
    "def f():\n\n    # noqa\n\n    return 1\n\n\nx = 1  # noqa: E501\n",
    "if x:\n    pass\n# noqa: SCH201\nelse:\n    pass\n",
    "x = 1  # noqa",
    "\n\n\nx = 1  # noqa: SCH201",
    "\x0cx = 1  # noqa\n",
    "x = 1  # \x0c noqa # noqa: E501\ny = 2\n",
    "# flake8: noqa\nx = 1\n",
    "x = 1\n\n# flake8: noqa\n",
    "x = 1  # flake8: noqa\ny = 2\n",
    "if x:\n    # flake8: noqa\n    y = 1\n",
    "# flake8=NOQA\nx = 1\n",
    "# flake8:noqa: SCH201\nx = 1\n",
    "# flake8: noqa: SCH201\nx = 1\n",
    "#flake8: noqa\nx = 1\n",
    "# see flake8: noqa\nx = 1\n",
    "# flake8: no qa\nx = 1\n",
]


def _silenced_by_flake8(text: str, line: int, code: str) -> bool:
    options = argparse.Namespace(
        disable_noqa=False, hang_closing=False, indent_size=4, max_line_length=79, max_doc_length=None, verbose=0
    )
    processor = FileProcessor("example.py", options, io.StringIO(text).readlines())
    violation = Violation(code, "example.py", line, 1, "", processor.noqa_line_for(line) or "")
    return processor.should_ignore_file() or violation.is_inline_ignored(disable_noqa=False)


@pytest.mark.parametrize("text", SAME_AS_FLAKE8)
def test_every_line_and_code_as_in_flake8(text: str) -> None:
    suppressions = Suppressions(text)
    for line in range(1, text.count("\n") + 2):
        for code in CODES:
            expected = _silenced_by_flake8(text, line, code)
            assert suppressions.silences(line, code) == expected, (line, code)


@pytest.mark.parametrize(
    "text",
    [
        "x = '# noqa'\n",
        "x = '''\n# noqa\n'''\n",
        "x = '''\n# flake8: noqa\n'''\n",
        "x = f'{1} # noqa'\n",
        "x = b'# noqa: SCH201'; y = 1\n",
        "x = 'a\\\n# noqa'\n",
    ],
)
def test_text_in_a_string_silences_nothing(text: str) -> None:
    suppressions = Suppressions(text)
    assert not suppressions.whole_file
    assert suppressions.lines == {}


def test_a_comment_beside_such_a_string_is_heard() -> None:
    suppressions = Suppressions("x = '# noqa: E501'  # noqa: SCH201\n")
    assert suppressions.silences(1, "SCH201")
    assert not suppressions.silences(1, "SCH101")


@pytest.mark.parametrize("rest", ["y = (\n", "'''\n", "  y = 2\n z = 3\n", "$?\n"])
def test_comments_before_an_error_are_heard(rest: str) -> None:
    assert Suppressions("x = 1  # noqa\n" + rest).silences(1, "SCH001")


LINES = RESTORES_SCHEDULER_FIRST.splitlines()


def _with_comment(comment: str) -> str:
    return "\n".join([*LINES[:6], f"{LINES[6]}  {comment}", *LINES[7:], ""])


@pytest.mark.parametrize(
    ("text", "found"),
    [
        (_with_comment("# noqa"), False),
        (_with_comment("# noqa: SCH101"), False),
        (_with_comment("# noqa: E501,SCH101"), False),
        (_with_comment("# noqa: SCH1"), False),
        (_with_comment("# noqa: SCH"), False),
        (_with_comment("# noqa: SCH201"), True),
        (_with_comment("# noqa: E501"), True),
        (_with_comment("# qa"), True),
        ("# flake8: noqa\n" + RESTORES_SCHEDULER_FIRST, False),
        (RESTORES_SCHEDULER_FIRST + "# flake8: noqa: SCH101\n", False),
        (RESTORES_SCHEDULER_FIRST.replace('["scheduler"])', '[\n    "scheduler"])  # noqa'), True),
        (RESTORES_SCHEDULER_FIRST.replace("(checkpoint[", "(  # noqa\n    checkpoint["), False),
        (RESTORES_SCHEDULER_FIRST.replace("_dict(checkpoint[", "_dict \\\n    (checkpoint[").replace(
            '"scheduler"])', '"scheduler"])  # noqa'), False),
    ],
)  # fmt: skip
def test_the_command_and_flake8_agree(project: Project, sched_lint: Command, text: str, found: bool) -> None:
    project({"train.py": text})
    outcome = sched_lint("check")
    assert [code for _, code in outcome.codes] == ["SCH101"] * found
    assert flake8("--isolated", "--select", "SCH").places == outcome.places


def test_an_unparsed_file_can_be_silenced(project: Project, sched_lint: Command) -> None:
    project({"one.py": "def f(:  # noqa\n", "two.py": "# flake8: noqa\ndef f(:\n"})
    assert sched_lint("check") == Outcome(0, "", "")
    assert sched_lint("check", "--ignore", "SCH0") == Outcome(0, "", "")


def test_selecting_rules_does_not_hide_that_a_file_was_not_checked(project: Project, sched_lint: Command) -> None:
    project({"one.py": "def f(:\n"})
    assert sched_lint("check", "--select", "SCH201").codes == [("one.py", "SCH001")]
    assert sched_lint("check", "--ignore", "SCH001").status == 0
