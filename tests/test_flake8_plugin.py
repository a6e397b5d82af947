"""What flake8 shows is what the command shows, for the price of one analysis."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

import flake8 as flake8_package
import pytest
from support import RESTORES_OPTIMIZER_FIRST, RESTORES_SCHEDULER_FIRST, ROOT, Command, Project, flake8, script

SELECT = ("--isolated", "--select", "SCH")
PLACE = ("train.py", 7, 1, "SCH101")

# Runs flake8 in one process and appends a line to a file at every analysis, in whichever process it happens.
COUNTING = """
import multiprocessing, os, sys
import sched_lint.lint
from flake8.main.application import Application

analyse = sched_lint.lint._analyse_project

def count(root, *arguments):
    with open(os.environ["ANALYSES"], "a") as stream:
        print(os.getpid(), file=stream)
    return analyse(root, *arguments)

sched_lint.lint._analyse_project = count

if __name__ == "__main__":
    multiprocessing.set_start_method(os.environ["START_METHOD"])
    application = Application()
    application.run(sys.argv[1:])
    sys.exit(application.exit_code())
"""


@pytest.fixture
def fixtures(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The shipped fixtures as a project of their own."""
    target = tmp_path / "fixtures"
    shutil.copytree(ROOT / "fixtures", target)
    (target / "setup.cfg").touch()
    monkeypatch.chdir(target)
    return target


@pytest.mark.parametrize("jobs", ["1", "2"])
def test_a_directory(fixtures: Path, sched_lint: Command, jobs: str) -> None:
    expected = sched_lint("check").places
    assert len(expected) > 20
    outcome = flake8(*SELECT, "-j", jobs)
    assert outcome.places == expected
    assert (outcome.status, outcome.err) == (1, "")
    assert flake8(*SELECT, "-j", jobs, ".").places == expected


def test_every_file_by_itself(fixtures: Path, sched_lint: Command) -> None:
    """Findings of one file are those of the whole, though they come from other files' calls."""
    expected = sched_lint("check").places
    some = sorted({path for path, *_ in expected if path.count("/") > 3})[:3]
    assert len(some) == 3
    for path in some:
        assert flake8(*SELECT, path).places == [place for place in expected if place[0] == path]


def test_the_message_is_the_commands(project: Project, sched_lint: Command) -> None:
    project({"train.py": RESTORES_SCHEDULER_FIRST})
    assert flake8(*SELECT).out == sched_lint("check").out.splitlines()[0] + "\n"


def test_on_without_being_selected(project: Project) -> None:
    project({"train.py": RESTORES_SCHEDULER_FIRST})
    assert flake8("--isolated").places == [PLACE]
    assert flake8("--isolated", "--extend-select", "SCH1").places == [PLACE]
    assert flake8("--isolated", "--extend-ignore", "SCH101").places == []
    assert flake8("--isolated", "--select", "E,W").places == []
    assert flake8("--isolated", "--select", "SCH", "--extend-ignore", "SCH1").places == []
    assert flake8("--isolated", "--per-file-ignores", "train.py:SCH101").places == []
    assert flake8("--isolated", "--select", "SCH2").places == []


def test_suppressing_comments_are_flake8s(project: Project) -> None:
    silenced = RESTORES_SCHEDULER_FIRST.replace('["scheduler"])', '["scheduler"])  # noqa: SCH101')
    project({"train.py": silenced})
    assert flake8(*SELECT).places == []
    assert flake8(*SELECT, "--disable-noqa").places == [PLACE]


LIBRARY = """\
def restore(scheduler, optimizer, state):
    optimizer.load_state_dict(state["optimizer"])
    scheduler.load_state_dict(state["scheduler"])
"""
WRONG_LIBRARY = LIBRARY.splitlines()[0] + "\n" + "\n".join(reversed(LIBRARY.splitlines()[1:])) + "\n"
SCRIPT = script("restore(scheduler, optimizer, checkpoint)", imports="from library import restore")


def test_standard_input_stands_for_the_named_file(project: Project, sched_lint: Command) -> None:
    project({"pkg/library.py": LIBRARY, "pkg/train.py": SCRIPT, "setup.cfg": ""})
    assert flake8(*SELECT).places == []
    expected = [("pkg/library.py", 2, 5, "SCH101")]
    for name in ("pkg/library.py", "./pkg/library.py", str(Path.cwd() / "pkg/library.py")):
        outcome = flake8(*SELECT, "--stdin-display-name", name, "-", input=WRONG_LIBRARY)
        assert [(Path(path).name, *rest) for path, *rest in outcome.places] == [("library.py", 2, 5, "SCH101")]
    assert flake8(*SELECT, "--stdin-display-name", "pkg/library.py", "-", input=LIBRARY).places == []
    project({"pkg/library.py": WRONG_LIBRARY})
    assert sched_lint("check").places == expected
    assert flake8(*SELECT, "--stdin-display-name", "pkg/library.py", "-", input=LIBRARY).places == []


def test_standard_input_that_changes_another_file(project: Project) -> None:
    project({"library.py": WRONG_LIBRARY, "train.py": SCRIPT})
    silent = SCRIPT.replace("restore(scheduler", "print(scheduler")
    assert flake8(*SELECT, "library.py").places == [("library.py", 2, 5, "SCH101")]
    assert flake8(*SELECT, "--stdin-display-name", "train.py", "-", "library.py", input=silent).places == []


@pytest.mark.parametrize("name", [(), ("--stdin-display-name", "unsaved/new.py")])
def test_standard_input_without_a_file(project: Project, name: tuple[str, ...]) -> None:
    project({"other.py": RESTORES_SCHEDULER_FIRST})
    outcome = flake8(*SELECT, *name, "-", input=RESTORES_SCHEDULER_FIRST)
    assert outcome.places == [(name[1] if name else "stdin", 7, 1, "SCH101")]


def test_standard_input_in_another_encoding(project: Project) -> None:
    project({})
    text = "# coding: latin-1\n" + RESTORES_SCHEDULER_FIRST.replace("scheduler.load", "'\xe9\xe8'; scheduler.load")
    done = subprocess.run(
        [sys.executable, "-m", "flake8", *SELECT, "-"], input=text.encode("latin-1"), capture_output=True, check=False
    )
    assert done.stdout.decode().startswith("stdin:8:7: SCH101 ")


@pytest.mark.parametrize("jobs", ["1", "2"])
@pytest.mark.parametrize("method", ["fork", "spawn", "forkserver"])
def test_one_analysis_for_many_files(project: Project, tmp_path_factory: pytest.TempPathFactory, method: str, jobs: str) -> None:
    """However workers start: none of them repeats the analysis."""
    log = tmp_path_factory.mktemp("log") / "analyses"
    log.touch()
    program = log.with_name("counting.py")
    program.write_text(COUNTING)
    project({f"train{number}.py": RESTORES_SCHEDULER_FIRST for number in range(6)})
    done = subprocess.run(
        [sys.executable, str(program), *SELECT, "-j", jobs, "."], capture_output=True, text=True, check=False,
        env=os.environ | {"ANALYSES": str(log), "START_METHOD": method, "TMPDIR": str(log.parent)},
    )  # fmt: skip
    assert done.stderr == ""
    assert len(re.findall(r"^\./train\d\.py:7:1: SCH101", done.stdout, re.MULTILINE)) == 6
    assert len(log.read_text().split()) == 1
    assert list(log.parent.glob("sched-lint-*")) == []


def test_nothing_is_analysed_where_nothing_is_selected(project: Project, tmp_path_factory: pytest.TempPathFactory) -> None:
    log = tmp_path_factory.mktemp("log") / "analyses"
    program = log.with_name("counting.py")
    program.write_text(COUNTING)
    project({"train.py": RESTORES_SCHEDULER_FIRST, "pyproject.toml": "broken"})
    done = subprocess.run(
        [sys.executable, str(program), "--isolated", "--select", "F", "-j", "2", "."], capture_output=True, text=True,
        env=os.environ | {"ANALYSES": str(log), "START_METHOD": "fork"}, check=False,
    )  # fmt: skip
    assert (done.returncode, done.stdout, done.stderr) == (0, "", "")
    assert not log.exists()


def test_the_api_of_flake8(project: Project) -> None:
    """It sets the paths after the options are parsed, and may be asked more than once."""
    project({"one/train.py": RESTORES_SCHEDULER_FIRST, "two/train.py": RESTORES_OPTIMIZER_FIRST})
    program = (
        "from flake8.api.legacy import get_style_guide\n"
        "guide = get_style_guide(select=['SCH'])\n"
        "names = ['two', 'one', 'two', 'one/train.py', 'one/train.py']\n"
        "print([guide.check_files([name]).total_errors for name in names])\n"
        "open('one/train.py', 'w').close()\n"
        "print(guide.check_files(['one/train.py']).total_errors)\n"
    )
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True)
    printed = [line for line in done.stdout.splitlines() if "SCH101" not in line]
    assert printed == ["[0, 1, 0, 1, 1]", "0"]


@pytest.mark.parametrize(("method", "jobs"), [("fork", "1"), ("fork", "2"), ("spawn", "2")])
def test_an_internal_failure_is_said_once_and_flake8_goes_on(
    project: Project, tmp_path_factory: pytest.TempPathFactory, method: str, jobs: str
) -> None:
    program = tmp_path_factory.mktemp("program") / "failing.py"
    program.write_text(
        "import multiprocessing, sys, sched_lint.analysis\n"
        "from flake8.main.cli import main\n"
        "def fail(*arguments): raise RecursionError('too deep')\n"
        "sched_lint.analysis.Analysis.report = fail\n"
        "if __name__ == '__main__':\n"
        "    multiprocessing.set_start_method(sys.argv[1])\n"
        "    sys.exit(main(sys.argv[2:]))\n"
    )
    project({"one.py": "import os\n" + RESTORES_SCHEDULER_FIRST, "two.py": RESTORES_SCHEDULER_FIRST})
    done = subprocess.run(
        [sys.executable, str(program), method, "--isolated", "--select", "SCH,F4", "-j", jobs, "."],
        capture_output=True, text=True, check=False,
    )  # fmt: skip
    assert (done.returncode, done.stdout) == (1, "./one.py:1:1: F401 'os' imported but unused\n")
    assert done.stderr == f"sched-lint: {Path.cwd().as_posix()}: internal error: RecursionError: too deep\n"


def test_the_plugin_names_itself() -> None:
    assert re.search(r"\bsched-lint: 0\.1\.0\b", flake8("--version").out)


def test_this_flake8_is_one_that_the_package_supports() -> None:
    assert int(flake8_package.__version__.split(".")[0]) >= 6
