"""Files and configurations that cannot be used: a clear message, the rest still checked, never a traceback."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest
from support import RESTORES_SCHEDULER_FIRST, Command, Outcome, Project, flake8, run_module

from sched_lint.lint import SYNTAX_CHECK_BYTES
from sched_lint.project import recovery
from sched_lint.rules import sch001_unparsed_file
from sched_lint.sources import discover, reading

GOOD = {"good.py": RESTORES_SCHEDULER_FIRST}
GOOD_FINDING = ("good.py", "SCH101")

UNPARSED = {
    "syntax": ("x = 1\ndef f(:\n", 2, "cannot be parsed: "),
    "relevant syntax": ("import torch\nscheduler = torch.optim.lr_scheduler.StepLR(\n", 2, "cannot be parsed: "),
    "Python 2": ("print 'scheduler'\n", 1, "cannot be parsed: "),
    "merge marker": ("<<<<<<< HEAD\nx = 1\n", 1, "cannot be parsed: "),
    "indentation": ("if True:\n        x = 1\n    y = 2\n", 3, "cannot be parsed: "),
    "null byte": (b"x = 1\ny = '\0'\n", 2, "cannot be parsed: it holds a null byte"),
    "binary": (bytes(range(256)), 1, "cannot be parsed: it holds a null byte"),
    "compiled": (b"\x6f\x0d\x0d\x0a\0\0\0\0\xe3", 3, "cannot be parsed: it holds a null byte"),
    "UTF-16": ("x = 1\n".encode("utf-16"), 1, "cannot be decoded: UTF-16"),
    "UTF-16 without BOM": ("x = 1\n".encode("utf-16-le"), 1, "cannot be parsed: it holds a null byte"),
    "latin-1 undeclared": (b"# caf\xe9\n", 1, "cannot be decoded as utf-8: "),
    "latin-1 undeclared, relevant": (b"import scheduler\n# caf\xe9\n", 2, "cannot be decoded as utf-8"),
    "unknown cookie": ("# coding: klingon\nx = 1\n", 1, "cannot be decoded: unknown encoding klingon"),
    "cookie of a codec for bytes": ("# coding: rot13\nk = 1\n", 1, "cannot be decoded as rot13"),
    "cookie that lies": (b"# coding: ascii\nx = '\xc3\xa9'\n", 2, "cannot be decoded as ascii"),
    "BOM against cookie": (b"\xef\xbb\xbf# coding: latin-1\nx = 1\n", 1, "byte order mark but declares latin-1"),
    "deep brackets": ("scheduler = " + "(" * 5000 + "1" + ")" * 5000 + "\n", 1, "nested too deeply"),
    "deep brackets on many lines": ("scheduler = " + "(\n" * 5000 + "1" + ")\n" * 5000, 1, "nested too deeply"),
    "deep operators": ("scheduler = " + "not " * 50000 + "1\n", 1, "nested too deeply"),
    "deep attributes": ("scheduler = a" + ".b" * 50000 + "\n", 1, "nested too deeply"),
    "deep calls": ("scheduler = a" + "()" * 50000 + "\n", 1, "nested too deeply"),
    "deep sums on many lines": ("scheduler = (1\n" + "+ 1\n" * 50000 + ")\n", 1, "nested too deeply"),
    "deep conditions": ("if scheduler:\n pass\n" + "elif a:\n pass\n" * 50000, 1, "nested too deeply"),
    "many booleans": ("scheduler = a" + " and a" * 50000 + "\n", 1, "nested too deeply"),
    "deep blocks": ("".join(" " * i + "if scheduler:\n" for i in range(120)), 101, "cannot be parsed"),
}  # fmt: skip


@pytest.mark.parametrize("case", UNPARSED)
def test_a_file_that_cannot_be_parsed(project: Project, sched_lint: Command, case: str) -> None:
    content, line, message = UNPARSED[case]
    project({"bad.py": content, **GOOD})
    outcome = sched_lint("check")
    assert outcome.status == 1
    assert outcome.err == ""
    assert outcome.codes == [("bad.py", "SCH001"), GOOD_FINDING]
    assert outcome.places[0][1] == line
    assert message in outcome.out.splitlines()[0]


def test_the_process_survives_what_would_overflow_its_stack(project: Project) -> None:
    """Apart from the rest: a failure here would take the test run down with it."""
    project({**{f"{name.replace(' ', '_')}.py": content for name, (content, _, _) in UNPARSED.items()}, **GOOD})
    outcome = run_module("sched_lint", "check")
    assert (outcome.status, outcome.err) == (1, "")
    assert [code for _, code in outcome.codes].count("SCH001") == len(UNPARSED)
    assert GOOD_FINDING in outcome.codes


WELL_PARSED = {
    "empty": b"",
    "BOM alone": b"\xef\xbb\xbf",
    "comment alone": b"# scheduler",
    "form feed": b"\x0c\nimport scheduler\n\x0c\nx = 1\n",
    "no newline at the end": b"import scheduler",
    "old pragma": b"#!/usr/bin/env python\n# -*- coding: iso-8859-15 -*-\nprice = '5 \xa4'\n",
    "escape that warns": b"scheduler = '\\d'\n",
    "newer grammar": b"type Schedule[T] = list[T]\nscheduler: Schedule[int] = []\n",
}


@pytest.mark.parametrize("case", WELL_PARSED)
def test_an_unusual_file_that_is_fine(project: Project, sched_lint: Command, case: str) -> None:
    project({"unusual.py": WELL_PARSED[case]})
    assert sched_lint("check") == Outcome(0, "", "")


@pytest.mark.parametrize(
    "encode",
    [
        lambda text: text.replace("\n", "\r\n").encode(),
        lambda text: text.replace("\n", "\r").encode(),
        lambda text: b"\xef\xbb\xbf" + text.encode(),
        lambda text: text.replace("import torch\n", "import torch  # coding: utf-8\n", 1).encode(),
        lambda text: text.replace("\nmodel", "  # \x0c\u2028\x85\nmodel", 1).encode(),
        lambda text: text.replace("import torch\n", "import torch\x0c\n", 1).encode(),
    ],
    ids=["CRLF", "CR", "BOM", "cookie in mid-line", "line separators of Unicode", "form feed"],
)
def test_places_do_not_depend_on_how_lines_end(project: Project, sched_lint: Command, encode: object) -> None:
    assert callable(encode)
    project({"train.py": encode(RESTORES_SCHEDULER_FIRST)})
    assert sched_lint("check").places == [("train.py", 7, 1, "SCH101")]


@pytest.mark.parametrize("cookie", ["latin-1", "cp1252", "utf-8", "euc-jp"])
def test_columns_count_characters_in_every_encoding(project: Project, sched_lint: Command, cookie: str) -> None:
    note = "漢字" if cookie == "euc-jp" else "éß"
    lines = RESTORES_SCHEDULER_FIRST.replace("scheduler.load", f"'{note}'; scheduler.load")
    project({"train.py": f"# coding: {cookie}\n{lines}".encode(cookie)})
    assert sched_lint("check").places == [("train.py", 8, 7, "SCH101")]


def test_a_syntax_error_in_a_large_tree_without_schedulers_is_not_looked_for(project: Project, sched_lint: Command) -> None:
    """The price of parsing everything would be most of the run; what concerns schedulers is parsed all the same."""
    table = "x = 1\n" * (SYNTAX_CHECK_BYTES // 6 + 1)
    project({"table.py": table, "irrelevant.py": "def f(:\n", "relevant.py": "import scheduler\ndef f(:\n"})
    assert sched_lint("check").codes == [("relevant.py", "SCH001")]
    assert sched_lint("check", "irrelevant.py").codes == [("irrelevant.py", "SCH001")]


def test_a_file_too_large_to_analyse(project: Project, sched_lint: Command) -> None:
    filler = "x = 1  # filler\n" * (reading.MAX_BYTES // 16 + 1)
    project({"huge.py": filler + "import scheduler\n", "table.py": filler, **GOOD})
    outcome = sched_lint("check")
    assert outcome.codes == [GOOD_FINDING, ("huge.py", "SCH001")]
    assert "huge.py:1:1: SCH001 not checked: larger than 2 MiB" in outcome.out


def test_a_word_is_found_across_the_chunks_of_a_large_file(project: Project, sched_lint: Command) -> None:
    chunk = 1024 * 1024
    project({"huge.py": "#" * (2 * chunk - 4) + "scheduler" + "#" * chunk})
    assert sched_lint("check").codes == [("huge.py", "SCH001")]


def test_the_page_states_the_bounds() -> None:
    page = sch001_unparsed_file.RULE.documentation
    for bound, text in (
        (SYNTAX_CHECK_BYTES, f"{SYNTAX_CHECK_BYTES // 1024} KiB"),
        (reading.MAX_BYTES, f"{reading.MAX_BYTES // 1024**2} MiB"),
        (recovery.MAX_CHARACTERS, f"{recovery.MAX_CHARACTERS:,} characters"),
    ):
        assert bound > 0 and text in page


def test_paths_that_do_not_exist(project: Project, sched_lint: Command) -> None:
    project(GOOD)
    outcome = sched_lint("check", "missing.py", ".", "no/such/folder")
    assert outcome.status == 2
    assert outcome.codes == [GOOD_FINDING]
    assert outcome.err == (
        "sched-lint: missing.py: no such file or directory\nsched-lint: no/such/folder: no such file or directory\n"
    )


@pytest.mark.parametrize("path", ["", "a\0b.py", "x" * 300 + ".py"])
def test_paths_that_cannot_exist(project: Project, sched_lint: Command, path: str) -> None:
    project(GOOD)
    outcome = sched_lint("check", path, "good.py")
    assert outcome.codes == [GOOD_FINDING]
    assert outcome.status == (1 if path == "" else 2)  # as for every program, the empty path is the working directory


def test_a_directory_named_like_a_file(project: Project, sched_lint: Command) -> None:
    project({"package.py/train.py": RESTORES_SCHEDULER_FIRST, "package.py/empty.py/keep.txt": ""})
    assert sched_lint("check").codes == [("package.py/train.py", "SCH101")]
    assert sched_lint("check", "package.py").codes == [("package.py/train.py", "SCH101")]


def test_a_dangling_link(project: Project, sched_lint: Command) -> None:
    root = project(GOOD)
    (root / "dangling.py").symlink_to("nowhere.py")
    outcome = sched_lint("check")
    assert (outcome.status, outcome.codes) == (1, [("dangling.py", "SCH001"), GOOD_FINDING])
    assert "cannot be read: No such file or directory" in outcome.out
    named = sched_lint("check", "dangling.py")
    assert (named.status, named.err) == (2, "sched-lint: dangling.py: no such file or directory\n")


def test_links_in_a_circle(project: Project, sched_lint: Command) -> None:
    root = project({"package/train.py": RESTORES_SCHEDULER_FIRST})
    (root / "package" / "again").symlink_to(root, target_is_directory=True)
    (root / "self.py").symlink_to("self.py")
    outcome = sched_lint("check")
    assert outcome.codes == [("package/train.py", "SCH101"), ("self.py", "SCH001")]


def test_a_pipe_is_not_waited_for(project: Project, sched_lint: Command) -> None:
    root = project(GOOD)
    os.mkfifo(root / "pipe.py")
    for paths in ((".",), ("pipe.py", "good.py")):
        outcome = sched_lint("check", *paths)
        assert (outcome.status, outcome.codes) == (1, [GOOD_FINDING, ("pipe.py", "SCH001")])
        assert "pipe.py:1:1: SCH001 cannot be read: not a regular file" in outcome.out


def test_a_device_is_not_read(project: Project, sched_lint: Command) -> None:
    project({})
    outcome = sched_lint("check", "/dev/zero")
    assert outcome.status == 1
    assert "/dev/zero:1:1: SCH001 cannot be read: not a regular file" in outcome.out


def test_a_file_that_may_not_be_read(project: Project, sched_lint: Command, monkeypatch: pytest.MonkeyPatch) -> None:
    """By a stand-in for the system call, since root may read everything."""
    project({"secret.py": "import scheduler\n", **GOOD})
    open_ = os.open

    def refuse(path: Path, *arguments: int) -> int:
        if Path(path).name == "secret.py":
            raise PermissionError(13, "Permission denied")
        return open_(path, *arguments)

    monkeypatch.setattr(reading.os, "open", refuse)
    outcome = sched_lint("check")
    assert (outcome.status, outcome.codes) == (1, [GOOD_FINDING, ("secret.py", "SCH001")])
    assert "cannot be read: Permission denied" in outcome.out


def test_a_directory_that_may_not_be_read(project: Project, sched_lint: Command, monkeypatch: pytest.MonkeyPatch) -> None:
    project({"closed/train.py": RESTORES_SCHEDULER_FIRST, **GOOD})
    scandir = os.scandir

    def refuse(path: str) -> object:
        if str(path).endswith("closed"):
            raise PermissionError(13, "Permission denied")
        return scandir(path)

    monkeypatch.setattr(discover.os, "scandir", refuse)
    outcome = sched_lint("check")
    assert (outcome.status, outcome.codes) == (2, [GOOD_FINDING])
    assert outcome.err == "sched-lint: closed: cannot be read: Permission denied\n"


def test_a_walk_has_an_end(project: Project, sched_lint: Command, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(discover, "MAX_PROJECT_FILES", 3)
    project({f"module{number}.py": "" for number in range(5)})
    outcome = sched_lint("check")
    assert outcome.status == 2
    assert outcome.err == "sched-lint: .: more than 3 Python files: the rest was not looked at\n"


BROKEN_CONFIGURATIONS = {
    "not TOML": ("[tool.sched-lint\n", "not valid TOML: "),
    "not UTF-8": (b"[tool.sched-lint]\n# caf\xe9\n", "not UTF-8: "),
    "deep": ("x = " + "[" * 100_000, "not valid TOML: "),
    "not a table": ("[tool]\nsched-lint = 3\n", "tool.sched-lint must be a table"),
    "array of tables": ("[[tool.sched-lint]]\nselect = []\n", "tool.sched-lint must be a table"),
    "unknown key": ("[tool.sched-lint]\nselects = []\n", "unknown key tool.sched-lint.selects"),
    "type": ("[tool.sched-lint]\nselect = 'SCH1'\n", "tool.sched-lint.select must be a list of strings"),
    "item type": ("[tool.sched-lint]\nignore = [101]\n", "tool.sched-lint.ignore must be a list of strings"),
    "code": ("[tool.sched-lint]\nignore = ['E501x']\n", "tool.sched-lint.ignore: not a code"),
    "pair": ("[tool.sched-lint]\npairs = ['train.py']\n", "tool.sched-lint.pairs must be a list of [training"),
    "version": ("[tool.sched-lint]\ntorch-version = 2.6\n", "tool.sched-lint.torch-version must be a string"),
    "version text": ("[tool.sched-lint]\ntorch-version = 'two'\n", "tool.sched-lint.torch-version: not a version"),
    "confidence": ("[tool.sched-lint]\nmin-confidence = 'all'\n", "tool.sched-lint.min-confidence: must be one of"),
}  # fmt: skip


@pytest.mark.parametrize("case", BROKEN_CONFIGURATIONS)
def test_a_broken_configuration(project: Project, sched_lint: Command, case: str) -> None:
    content, message = BROKEN_CONFIGURATIONS[case]
    project({"pyproject.toml": content, **GOOD})
    outcome = sched_lint("check")
    assert outcome.status == 2
    assert outcome.codes == [GOOD_FINDING]
    assert outcome.err.startswith(f"sched-lint: pyproject.toml: {message}")
    document = sched_lint("check", "--output-format", "json").document
    assert [error["path"] for error in document["errors"]] == ["pyproject.toml"]
    assert message in document["errors"][0]["message"]
    assert len(document["findings"]) == 1


@pytest.mark.parametrize("case", BROKEN_CONFIGURATIONS)
def test_a_broken_configuration_under_flake8(project: Project, case: str) -> None:
    """flake8 treats its own configuration the same way: one message, no check, status 1."""
    content, message = BROKEN_CONFIGURATIONS[case]
    root = project({"pyproject.toml": content, **GOOD})
    outcome = flake8("--isolated", "--select", "SCH")
    assert outcome.status == 1
    assert f"sched-lint: {root.as_posix()}/pyproject.toml: {message}" in outcome.out
    assert "Traceback" not in outcome.out + outcome.err
    assert flake8("--isolated", "--select", "E9").status == 0


def test_an_internal_failure_is_an_error_and_the_rest_goes_on(
    project: Project, sched_lint: Command, monkeypatch: pytest.MonkeyPatch
) -> None:
    from sched_lint.analysis import Analysis

    report = Analysis.report

    def fail(self: Analysis, *arguments: object) -> object:
        if self.project.root.name == "one":
            raise RecursionError("maximum recursion depth exceeded")
        return report(self, *arguments)  # type: ignore[arg-type]

    monkeypatch.setattr(Analysis, "report", fail)
    train = RESTORES_SCHEDULER_FIRST
    project({"one/setup.py": "", "one/train.py": train, "two/setup.py": "", "two/train.py": train})
    outcome = sched_lint("check")
    assert (outcome.status, outcome.codes) == (2, [("two/train.py", "SCH101")])
    assert outcome.err == "sched-lint: one: internal error: RecursionError: maximum recursion depth exceeded\n"


def test_a_working_directory_that_is_gone(project: Project) -> None:
    root = project(GOOD)
    (root / "gone").mkdir()
    program = "import os, sys; os.rmdir(os.getcwd()); from sched_lint.cli import main; sys.exit(main(['check', '..']))"
    done = subprocess.run([sys.executable, "-c", program], cwd=root / "gone", capture_output=True, text=True, check=False)
    assert done.returncode == 2
    assert "Traceback" not in done.stderr
    assert done.stderr.startswith("sched-lint: ")


def test_flake8_is_silent_about_what_it_reports_itself(project: Project) -> None:
    project({"syntax.py": "scheduler = (\n", "latin.py": b"scheduler = '\xe9'\n", **GOOD})
    outcome = flake8("--isolated", "--select", "SCH,E9")
    assert outcome.codes == [GOOD_FINDING]
    assert "syntax.py" in outcome.out and "E999" in outcome.out
    assert outcome.err == ""


def test_flake8_survives_what_cannot_be_analysed(project: Project) -> None:
    root = project({"huge.py": "x = 1  # filler\n" * (reading.MAX_BYTES // 16 + 1) + "import scheduler\n", **GOOD})
    (root / "dangling.py").symlink_to("nowhere.py")
    outcome = flake8("--isolated", "--select", "SCH")
    assert (outcome.status, outcome.codes, outcome.err) == (1, [GOOD_FINDING], "")
