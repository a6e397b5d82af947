"""The command: its subcommands, options, output and exit status."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
from pathlib import Path

import pytest
from support import RESTORES_OPTIMIZER_FIRST, RESTORES_SCHEDULER_FIRST, Command, Outcome, Project, run_module, script

from sched_lint import __version__
from sched_lint.rules.registry import all_rules


def test_a_finding_is_shown_with_its_place_and_related_places(project: Project, sched_lint: Command) -> None:
    project({"train.py": RESTORES_SCHEDULER_FIRST})
    outcome = sched_lint("check")
    assert outcome.status == 1
    assert outcome.places == [("train.py", 7, 1, "SCH101")]
    first, *related = outcome.out.splitlines()
    assert first.startswith("train.py:7:1: SCH101 ")
    assert related and all(line.startswith("    train.py:") for line in related)
    assert any(line.startswith("    train.py:8: ") for line in related)
    assert outcome.err == ""


def test_nothing_found_prints_nothing(project: Project, sched_lint: Command) -> None:
    project({"train.py": RESTORES_OPTIMIZER_FIRST})
    assert sched_lint("check") == Outcome(0, "", "")


def test_json_is_one_document_of_the_documented_shape(project: Project, sched_lint: Command) -> None:
    project({"src/train.py": RESTORES_SCHEDULER_FIRST})
    outcome = sched_lint("check", "--output-format", "json", ".", "missing")
    document = outcome.document
    assert list(document) == ["version", "findings", "errors"]
    assert document["version"] == __version__
    assert document["errors"] == [{"path": "missing", "message": "no such file or directory"}]
    (finding,) = document["findings"]
    assert list(finding) == [
        "path", "line", "column", "end_line", "end_column", "code", "name", "message", "confidence", "related",
    ]  # fmt: skip
    line = RESTORES_SCHEDULER_FIRST.splitlines()[6]
    assert (finding["path"], finding["line"], finding["column"]) == ("src/train.py", 7, 1)
    assert (finding["end_line"], finding["end_column"]) == (7, len(line) + 1)
    assert (finding["code"], finding["name"]) == ("SCH101", "scheduler-restored-before-optimizer")
    assert finding["confidence"] in ("high", "medium")
    assert {place["path"] for place in finding["related"]} == {"src/train.py"}
    assert {tuple(place) for place in finding["related"]} == {("path", "line", "message")}


def test_json_of_a_clean_project_is_empty(project: Project, sched_lint: Command) -> None:
    project({"train.py": RESTORES_OPTIMIZER_FIRST})
    outcome = sched_lint("check", "--output-format=json")
    assert (outcome.status, outcome.document["findings"], outcome.document["errors"]) == (0, [], [])


@pytest.mark.parametrize(
    ("options", "found"),
    [
        ((), True),
        (("--select", "SCH"), True),
        (("--select", "SCH1"), True),
        (("--select", "SCH101,SCH302"), True),
        (("--select", "SCH2"), False),
        (("--ignore", "SCH101"), False),
        (("--ignore", "SCH2"), True),
        (("--select", "SCH101", "--ignore", "SCH1"), True),
        (("--select", "SCH1", "--ignore", "SCH101"), False),
        (("--select", "SCH1", "--ignore", "SCH1"), False),
        (("--no-cache",), True),
        (("--torch-version", "2.6"), True),
        (("--exclude", "train.py"), False),
        (("--exclude", "./train.*"), False),
        (("--exclude", "resume.py,other/"), True),
    ],
)
def test_options_decide_what_is_reported(project: Project, sched_lint: Command, options: tuple[str, ...], found: bool) -> None:
    project({"train.py": RESTORES_SCHEDULER_FIRST})
    outcome = sched_lint("check", *options)
    assert outcome.err == ""
    assert outcome.places == ([("train.py", 7, 1, "SCH101")] if found else [])
    assert outcome.status == int(found)


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (("check", "--select", "SCH101;SCH102"), "--select: not a code or the beginning of one: 'SCH101;SCH102'"),
        (("check", "--ignore", "sch101"), "--ignore: not a code or the beginning of one: 'sch101'"),
        (("check", "--torch-version", "newest"), "--torch-version: not a version of torch such as 2.6: 'newest'"),
        (("check", "--output-format", "xml"), "invalid choice: 'xml'"),
        (("check", "--frobnicate"), "unrecognized arguments: --frobnicate"),
        (("rule", "SCH999"), "no rule 'SCH999'"),
        ((), "required: COMMAND"),
    ],
)
def test_usage_errors_exit_with_2(project: Project, sched_lint: Command, arguments: tuple[str, ...], message: str) -> None:
    project({"train.py": RESTORES_SCHEDULER_FIRST})
    outcome = sched_lint(*arguments)
    assert outcome.status == 2
    assert message in outcome.err
    assert outcome.out == ""


def test_paths_are_shown_relative_to_the_working_directory(
    project: Project, sched_lint: Command, monkeypatch: pytest.MonkeyPatch
) -> None:
    root = project({"train.py": RESTORES_SCHEDULER_FIRST, "deep/er/keep.txt": ""})
    monkeypatch.chdir(root / "deep" / "er")
    shown = [("../../train.py", 7, 1, "SCH101")]
    for spelled in ("../..", "../../train.py", str(root), str(root / "train.py"), "../../deep/../train.py"):
        assert sched_lint("check", spelled).places == shown, spelled


def test_a_file_named_twice_is_reported_once(project: Project, sched_lint: Command) -> None:
    project({"train.py": RESTORES_SCHEDULER_FIRST})
    assert len(sched_lint("check", "train.py", ".", "./train.py").places) == 1


def test_findings_of_one_file_are_those_of_its_directory(project: Project, sched_lint: Command) -> None:
    """The order of restoring stands in one file, what is restored in another."""
    library = "def restore(scheduler, optimizer, state):\n" \
        "    scheduler.load_state_dict(state['scheduler'])\n" \
        "    optimizer.load_state_dict(state['optimizer'])\n"  # fmt: skip
    train = script("restore(scheduler, optimizer, checkpoint)", imports="from library import restore")
    project({"library.py": library, "train.py": train, "notes.py": "x = 1\n"})
    expected = [("library.py", 2, 5, "SCH101")]
    assert sched_lint("check").places == expected
    assert sched_lint("check", "library.py").places == expected
    assert sched_lint("check", "train.py").places == []


def test_a_finding_in_a_file_that_names_no_scheduler(project: Project, sched_lint: Command) -> None:
    library = "def restore(parts, state):\n    for name in parts:\n        parts[name].load_state_dict(state[name])\n"
    call = "restore({'scheduler': scheduler, 'optimizer': optimizer}, checkpoint)"
    project({"library.py": library, "train.py": script(call, imports="from library import restore")})
    expected = [("library.py", 3, 9, "SCH101")]
    assert sched_lint("check").places == expected
    assert sched_lint("check", "library.py").places == expected


def test_what_programs_share_is_reported_once(project: Project, sched_lint: Command) -> None:
    """Each program has a scheduler of another class there, and the message names it."""
    program = f"from tools.shared import shown\n{RESTORES_OPTIMIZER_FIRST}    print(shown(scheduler))\n"
    project({
        "tools/__init__.py": "",
        "tools/shared.py": "def shown(part, step=0):\n    return step, part.get_lr()\n",
        "a/train.py": program,
        "b/train.py": program.replace("StepLR", "ExponentialLR").replace("step_size=30", "0.9"),
    })  # fmt: skip
    assert sched_lint("check").places == [("tools/shared.py", 2, 18, "SCH403")]


def test_a_named_file_needs_no_suffix(project: Project, sched_lint: Command) -> None:
    project({"train": RESTORES_SCHEDULER_FIRST})
    assert sched_lint("check").places == []
    assert sched_lint("check", "train").codes == [("train", "SCH101")]


def test_version(sched_lint: Command) -> None:
    assert sched_lint("--version") == Outcome(0, f"sched-lint {__version__}\n", "")


def test_rule_prints_a_page(sched_lint: Command) -> None:
    for rule in all_rules():
        outcome = sched_lint("rule", rule.code)
        assert outcome == Outcome(0, rule.documentation.strip() + "\n", "")
        assert outcome.out.startswith(f"# {rule.code} {rule.name}\n")
        assert sched_lint("rule", rule.name) == outcome


def test_rule_without_a_code_lists_all(sched_lint: Command) -> None:
    lines = sched_lint("rule").out.splitlines()
    assert [line.split()[:2] for line in lines] == [[rule.code, f"{rule.name}:"] for rule in all_rules()]


def test_timeline_shows_what_happens_in_order(project: Project, sched_lint: Command) -> None:
    project({"train.py": RESTORES_SCHEDULER_FIRST})
    outcome = sched_lint("timeline", "train.py")
    assert (outcome.status, outcome.err) == (0, "")
    assert outcome.out.index("SGD") < outcome.out.index("StepLR")
    assert "7" in outcome.out and "8" in outcome.out


@pytest.mark.parametrize(("content", "message"), [("def f(:\n", "cannot be parsed"), (b"\xff", "cannot be decoded")])
def test_timeline_of_a_broken_file(project: Project, sched_lint: Command, content: str | bytes, message: str) -> None:
    project({"train.py": content})
    outcome = sched_lint("timeline", "train.py")
    assert outcome.status == 2
    assert ("left out" in outcome.out) == isinstance(content, str)
    assert outcome.err.startswith(f"sched-lint: train.py: {message}")


def test_timeline_of_a_missing_file(project: Project, sched_lint: Command) -> None:
    project({})
    outcome = sched_lint("timeline", "train.py")
    assert outcome == Outcome(2, "", "sched-lint: train.py: cannot be read: No such file or directory\n")


def test_the_module_is_the_command(project: Project) -> None:
    project({"train.py": RESTORES_SCHEDULER_FIRST})
    outcome = run_module("sched_lint", "check")
    assert (outcome.status, outcome.codes) == (1, [("train.py", "SCH101")])


def test_torch_is_never_imported(project: Project) -> None:
    project({"train.py": RESTORES_SCHEDULER_FIRST, "torch.py": "raise SystemExit('torch was imported')"})
    program = "import sys; from sched_lint.cli import main; main(['check']); print(sorted(sys.modules))"
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True)
    assert "SCH101" in done.stdout
    assert "'torch'" not in done.stdout.splitlines()[-1]


def test_libcst_is_not_imported_where_nothing_concerns_schedulers(project: Project) -> None:
    project({"model.py": "import torch\n", "data.py": "def load():\n    return [1]\n"})
    program = "import sys; from sched_lint.cli import main; print(main(['check']), 'libcst' in sys.modules)"
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True)
    assert done.stdout == "0 False\n"


def test_a_reader_who_leaves_early_causes_no_noise(project: Project) -> None:
    project({f"train{number}.py": RESTORES_SCHEDULER_FIRST for number in range(3)})
    read, write = os.pipe()
    os.close(read)
    done = subprocess.run(
        [sys.executable, "-m", "sched_lint", "check"], stdout=write, stderr=subprocess.PIPE, text=True, check=False
    )
    os.close(write)
    assert (done.returncode, done.stderr) == (1, "")


def test_a_full_disk_is_an_error_and_no_traceback(project: Project) -> None:
    project({"train.py": RESTORES_SCHEDULER_FIRST})
    with Path("/dev/full").open("w") as full:
        done = subprocess.run(
            [sys.executable, "-m", "sched_lint", "check"], stdout=full, stderr=subprocess.PIPE, text=True, check=False
        )
    assert done.returncode == 2
    assert done.stderr.startswith("sched-lint: ")
    assert "Traceback" not in done.stderr


def test_ctrl_c_ends_quietly(project: Project) -> None:
    project({"train.py": RESTORES_SCHEDULER_FIRST})
    program = (
        "import os, signal, sys\n"
        "signal.signal(signal.SIGINT, signal.default_int_handler)  # whatever the test run does with it\n"
        "import sched_lint.lint\n"
        f"sched_lint.lint.lint = lambda *_, **__: os.kill(os.getpid(), {int(signal.SIGINT)}) or input()\n"
        "from sched_lint.cli import main\n"
        "sys.exit(main(['check']))\n"
    )
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=False)
    assert (done.returncode, done.stdout, done.stderr) == (130, "", "sched-lint: interrupted\n")


@pytest.mark.parametrize("encoding", ["ascii", "latin-1", "utf-8"])
def test_names_that_the_terminal_cannot_show(project: Project, encoding: str) -> None:
    root = project({})
    for name in ("prüfung-日本.py", os.fsdecode(b"caf\xe9.py")):
        (root / name).write_text(RESTORES_SCHEDULER_FIRST)
    environment = os.environ | {"PYTHONIOENCODING": encoding, "PYTHONUTF8": "0"}
    for output_format in ("text", "json"):
        done = subprocess.run(
            [sys.executable, "-m", "sched_lint", "check", "--output-format", output_format],
            capture_output=True, env=environment, check=False,
        )  # fmt: skip
        assert (done.returncode, done.stderr) == (1, b"")
        assert done.stdout.count(b"SCH101") == 2
        if output_format == "json":
            names = {finding["path"] for finding in json.loads(done.stdout)["findings"]}
            assert names == {"prüfung-日本.py", os.fsdecode(b"caf\xe9.py")}


def test_two_steps_by_one_line_are_told_apart_by_their_calls(project: Project, sched_lint: Command) -> None:
    lines = RESTORES_OPTIMIZER_FIRST.splitlines()
    helper = ["def move():", "    scheduler.step()"]
    project({"train.py": "\n".join([*lines[:8], *helper, *lines[8:-1], "    move()", "    print(epoch)", "    move()", ""])})
    first, *related = sched_lint("check").out.splitlines()
    assert first.startswith("train.py:10:5: SCH210 ")
    assert [line.strip() for line in related[:2]] == ["train.py:16: stepped from here", "train.py:18: and from here"]
