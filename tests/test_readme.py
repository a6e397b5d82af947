"""The README is run, not believed."""

from __future__ import annotations

import re
import shlex
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
from support import ROOT, Command, Project, flake8

from sched_lint import __version__, cli
from sched_lint.config import load
from sched_lint.rules.registry import all_rules, find_rule
from sched_lint.rules.rule import Rule

TEXT = (ROOT / "README.md").read_text("utf-8")
CONTRIBUTING = (ROOT / "CONTRIBUTING.md").read_text("utf-8")


def _block(mark: str) -> str:
    """The code block after `<!-- mark -->`."""
    match = re.search(rf"<!-- {mark} -->\n```\w+\n(.+?\n)```", TEXT, re.DOTALL)
    assert match is not None, mark
    return match.group(1)


def test_the_example_gives_what_it_shows(project: Project, sched_lint: Command) -> None:
    match = re.search(r"```python\n# (train\.py)\n(.+?)```\n\n```text\n\$ (.+?)\n(.+?)```", TEXT, re.DOTALL)
    assert match is not None
    name, program, command, output = match.groups()
    root = project({name: f"# {name}\n{program}"})
    assert shlex.split(command) == ["sched-lint", "check", name]
    outcome = sched_lint("check", name)
    assert outcome.out == output
    assert outcome.status == 1
    compile((root / name).read_text(), name, "exec")


def test_every_command_shown_is_understood() -> None:
    lines = re.findall(r"^\$ (\S+ .*?)(?: {2,}#.*)?$", TEXT, re.MULTILINE)
    commands = [shlex.split(line) for line in lines]
    assert len(commands) >= 6
    for program, *arguments in commands:
        if program == "sched-lint":
            cli._parser().parse_args(arguments)
        else:
            assert program == "flake8" and arguments == ["--select", "SCH"]
    for code in re.findall(r"SCH\d{3}", TEXT + CONTRIBUTING):
        assert find_rule(code), code


def test_the_table_of_rules_is_the_registry() -> None:
    table = TEXT.partition("<!-- rules -->\n")[2].partition("\n\n")[0].splitlines()
    assert table[:2] == ["| code | name | what it reports |", "|---|---|---|"]
    notes = {True: "", False: " Off by default."}
    assert table[2:] == [f"| {rule.code} | {rule.name} | {rule.summary}{notes[rule.default_enabled]} |" for rule in all_rules()]


def test_the_table_of_settings_is_complete() -> None:
    from sched_lint.config import _KEYS

    rows = re.findall(r"^\| (`.+?) \|", TEXT, re.MULTILINE)
    assert re.findall(r"`([\w-]+)`", " ".join(rows)) == list(_KEYS)


def test_the_configurations_shown_are_accepted(project: Project, sched_lint: Command) -> None:
    names = ("train.py", "finetune/continue.py")
    root = project({"pyproject.toml": _block("example: pyproject"), **dict.fromkeys(names, "")})
    from_table = load([Path()])
    assert from_table.pairs == ((root / names[0], root / names[1]),)
    assert sched_lint("check").status == 0
    (root / "pyproject.toml").unlink()
    project({".flake8": _block("example: flake8")})
    assert flake8().err + flake8().out == ""
    program = (
        "from flake8.main.application import Application\n"
        "from sched_lint.flake8_plugin import Plugin\n"
        "Application().initialize([])\n"
        "settings = Plugin._run._settings\n"
        "print((settings.pairs, settings.torch_version, settings.exclude, settings.min_confidence))\n"
    )
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True)
    same = (from_table.pairs, from_table.torch_version, from_table.exclude, from_table.min_confidence)
    assert done.stdout == f"{same}\n"


def test_the_hook_shown_exists() -> None:
    hooks = (ROOT / ".pre-commit-hooks.yaml").read_text()
    shown = re.findall(r"- id: (\S+)", _block("example: pre-commit"))
    assert shown == re.findall(r"^- id: (\S+)", hooks, re.MULTILINE)
    assert f"rev: v{__version__}\n" in _block("example: pre-commit")


def test_the_ci_step_runs_the_command() -> None:
    commands = re.findall(r"- run: (.+)", _block("example: ci"))
    assert commands == ["pip install SOURCE", "sched-lint check"]


def test_ci_runs_the_test_command_of_the_readme() -> None:
    script = (ROOT / ".ci" / "run").read_text()
    assert "command=$(python3 .ci/readme_command.py test)\n" in script and 'eval "$command"\n' in script
    done = subprocess.run(
        [sys.executable, ROOT / ".ci" / "readme_command.py", "test"], capture_output=True, text=True, check=True
    )
    assert done.stdout == _block("command: test")
    assert done.stdout.rstrip().endswith("-m pytest")
    used = set(re.findall(r"\.venv[\w-]*", script + CONTRIBUTING))
    assert used == set(re.findall(r"\.venv[\w-]*", done.stdout)) == {".venv-test"}


def test_a_stranger_can_run_the_main_job(
    checkout: Path, offline: dict[str, str], tmp_path_factory: pytest.TempPathFactory
) -> None:
    """The first command of the README, word for word, in a clone: a finding on every line that expects one."""
    clone = tmp_path_factory.mktemp("clone") / "sched-lint"
    shutil.copytree(checkout, clone, ignore=shutil.ignore_patterns(".git"))
    done = subprocess.run(
        ["bash", "-c", _block("command: run")], cwd=clone, env=offline, capture_output=True, text=True, check=False
    )
    assert (done.returncode, done.stderr) == (1, "")
    found = set(re.findall(r"^(\S+?):(\d+):\d+: (SCH\d{3}) ", done.stdout, re.MULTILINE))
    expected = {
        (file.relative_to(clone).as_posix(), str(number), code)
        for file in (clone / "fixtures").rglob("*.py")
        for number, line in enumerate(file.read_text().splitlines(), start=1)
        for code in re.findall(r"SCH\d{3}", line.partition("# expect:")[2])
    }
    assert len(expected) > 20
    assert found == expected


@pytest.mark.parametrize("rule", all_rules(), ids=lambda rule: rule.code)
def test_a_page_says_what_when_and_since(rule: Rule) -> None:
    titles = re.findall(r"^## (.+)$", rule.documentation, re.MULTILINE)
    assert titles[:5] == ["What it does", "Why is this bad", "Example", "When it is silent", "Since"]
