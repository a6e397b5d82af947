"""The analysis as a whole: failures stay where they are, work is bounded, order and repetition change nothing."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from sched_lint import analysis
from sched_lint.analysis import analyse_project
from sched_lint.config import Settings
from sched_lint.evaluate import core
from sched_lint.evaluate.roots import Evaluator, evaluate
from sched_lint.findings import Report
from sched_lint.project.imports import Project
from sched_lint.project.pins import pinned_torch
from sched_lint.project.relevant import roots_of
from sched_lint.rules.registry import all_rules
from sched_lint.rules.rule import Diagnosis, Rule
from sched_lint.timeline import Timeline

PER_BATCH = """
import torch

def train(model, loader, epochs):
    optimizer = torch.optim.SGD(model.parameters(), lr=0.1)
    scheduler = torch.optim.lr_scheduler.CosineAnnealingLR(optimizer, T_max=epochs)
    for epoch in range(epochs):
        for batch in loader:
            model(batch).mean().backward()
            optimizer.step()
            scheduler.step()
"""


def lint(folder: Path, **files: str) -> Report:
    paths = []
    for name, text in files.items():
        path = folder / f"{name}.py"
        path.write_text(text)
        paths.append(path)
    return analyse_project(folder, paths, Settings(), {})


def codes(report: Report) -> list[str]:
    return [finding.code for finding in report.findings]


def test_a_rule_that_fails_becomes_one_error_and_the_others_go_on(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def broken(timeline: Timeline) -> Iterator[Diagnosis]:
        raise ValueError("out of order")
        yield

    rules = (Rule("SCH999", "broken", "", "", broken), *all_rules())
    monkeypatch.setattr(analysis, "all_rules", lambda: rules)
    report = lint(tmp_path, train=PER_BATCH)
    assert codes(report) == ["SCH201"]
    assert [(error.path, "SCH999" in error.message) for error in report.errors] == [(str(tmp_path / "train.py"), True)]


def test_an_evaluator_that_fails_on_one_program_leaves_the_others(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    original = Evaluator.execute

    def failing(self: Evaluator, body: object) -> str | None:
        if self.env.module.path.name == "broken.py":
            raise KeyError("lost")
        return original(self, body)  # type: ignore[arg-type]

    monkeypatch.setattr(Evaluator, "execute", failing)
    report = lint(tmp_path, broken="import torch.optim.lr_scheduler as lr\n\nmake = lr.StepLR\n", train=PER_BATCH)
    assert codes(report) == ["SCH201"]
    assert [Path(error.path).name for error in report.errors] == ["broken.py"]


def test_a_program_without_end_is_cut_short_and_said(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(core, "MAX_STEPS", 500)
    calls = "\n".join(f"    x{i} = f(x{i - 1}, {i})" for i in range(1, 400))
    (tmp_path / "long.py").write_text(
        f"from torch.optim import lr_scheduler\n\ndef optimize(f, x0):\n{calls}\n    return lr_scheduler.StepLR(x1, 3)\n"
    )
    project = Project(tmp_path, [tmp_path / "long.py"])
    timelines, failed = evaluate(project, roots_of(project))
    assert failed == []
    assert any("cut short" in note for timeline in timelines for note in timeline.notes)


def test_functions_that_call_one_another_end(tmp_path: Path) -> None:
    loops = """
import torch

def first(model, loader, n):
    return second(model, loader, n - 1)

def second(model, loader, n):
    optimizer = torch.optim.SGD(model.parameters(), lr=n)
    return first(model, loader, torch.optim.lr_scheduler.StepLR(optimizer, n))
"""
    assert lint(tmp_path, mutual=loops).errors == ()


def test_the_order_of_files_and_a_second_run_change_nothing(tmp_path: Path) -> None:
    fixtures = Path(__file__).parents[1] / "fixtures" / "sch301_argument_mismatch"
    files = sorted(fixtures.rglob("*.py"))
    forward = analyse_project(fixtures, files, Settings(), {})
    backward = analyse_project(fixtures, files[::-1], Settings(), {})
    again = analyse_project(fixtures, files, Settings(), {})
    assert forward.findings
    assert forward == backward == again


def test_what_cannot_concern_a_scheduler_is_not_parsed(tmp_path: Path) -> None:
    (tmp_path / "train.py").write_text(PER_BATCH)
    for number in range(20):
        (tmp_path / f"layer{number}.py").write_text("class Layer:\n    pass\n")
    project = Project(tmp_path, sorted(tmp_path.glob("*.py")))
    evaluate(project, roots_of(project))
    parsed = [Path(name).name for name, module in project.modules.items() if "tree" in module.__dict__]
    assert parsed == ["train.py"]


@pytest.mark.parametrize(
    ("file", "text", "expected"),
    [
        ("requirements.txt", "numpy\ntorch==1.13.1\n", (1, 13)),
        ("requirements-dev.txt", "torch<2.7,>=2.0\n", (2, 6)),
        ("requirements.txt", "torchvision==0.14.1\n", None),
        ("requirements.txt", "# torch==1.8\ntorch>=2.0\n", None),
        ("pyproject.toml", 'dependencies = ["torch>=2.0,<2.3", "pillow"]\n', (2, 2)),
        ("environment.yml", "dependencies:\n  - pytorch=2.0\n", (2, 0)),
        ("uv.lock", '[[package]]\nname = "torch"\nversion = "2.5.1"\n', (2, 5)),
        ("requirements.txt", "--extra-index-url https://download.pytorch.org/whl/cu117\ntorch==1.13.1+cu117\n", (1, 13)),
        ("requirements.txt", "torch<2\n", (1, 13)),
        ("requirements.txt", "torch<2.7.1\n", (2, 7)),
        ("requirements.txt", "torch>=2.0,<3.0\n", None),
        ("requirements.txt", "torch~=2.1\n", None),
        ("requirements.txt", "torch~=2.1.0  # not newer\n", (2, 1)),
        ("requirements.txt", "torch==2.*,<2.7\n", (2, 6)),
        ("requirements.txt", "lightning  # needs torch==1.0\n", None),
        (
            "requirements.txt",
            "torch @ https://download.pytorch.org/whl/cu118/torch-2.0.1%2Bcu118-cp310-cp310-linux_x86_64.whl\n",
            (2, 0),
        ),
        ("requirements.in", "torch[opt-einsum]===2.2.1\n", (2, 2)),
        ("constraints.txt", "torch (>=1.0,<1.8)\n", (1, 7)),
        ("pyproject.toml", '[project]\nname = "torch"\nversion = "1.2.0"\n', None),
        ("pyproject.toml", '[tool.poetry.dependencies]\ntorch = "^1.13"\n', (1, 13)),
        ("pyproject.toml", '[tool.poetry.dependencies]\ntorch = "^2.0"\n', None),
        ("pyproject.toml", '[tool.poetry.dependencies]\ntorch = {version = "~2.1", source = "wheels"}\n', (2, 1)),
        ("pyproject.toml", '[tool.poetry.dependencies.torch]\nsource = "wheels"\nversion = "2.0.1"\n', (2, 0)),
        ("setup.cfg", "[options]\ninstall_requires =\n    torch>=1.8,<1.14\n", (1, 13)),
        ("setup.py", "TORCH = 1\nsetup(install_requires=['torch>=1.6', 'numpy'])\n", None),
        ("setup.py", 'setup(install_requires=["torch==1.6.0"])\n', (1, 6)),
        ("uv.lock", '[[package]]\nname = "torch"\nversion = "2.6.0"\n\n[[package]]\nname = "torch"\nversion = "2.8.0"\n', (2, 8)),
        ("poetry.lock", '[[package]]\nname = "torch"\noptional = false\nversion = "1.13.1"\n', (1, 13)),
        ("poetry.lock", '[[package]]\nname = "torchvision"\n[package.dependencies]\ntorch = "1.13.1"\n', None),
        ("pdm.lock", '[[package]]\nname = "torch"\nversion = "2.3.1"\n', (2, 3)),
        ("Pipfile", '[packages]\ntorch = "==1.12.1"\n', (1, 12)),
        ("Pipfile.lock", '{"default": {"torch": {"hashes": ["sha256:1"], "version": "==1.12.1"}}}', (1, 12)),
        ("conda.yml", "dependencies:\n  - pytorch::pytorch=1.9.0=py3.8_cuda10.2_cudnn7.6.5_0\n", (1, 9)),
        ("environment_gpu.yaml", "dependencies:\n  - pytorch-cuda=11.8\n  - pytorch>=1.9,<2\n", (1, 13)),
    ],
)
def test_the_torch_that_a_project_pins(tmp_path: Path, file: str, text: str, expected: tuple[int, int] | None) -> None:
    (tmp_path / file).write_text(text)
    assert pinned_torch(tmp_path) == expected


def test_a_pin_decides_what_a_constructor_takes(tmp_path: Path) -> None:
    source = PER_BATCH.replace("T_max=epochs", "T_max=epochs * len(loader), verbose=True")
    assert codes(lint(tmp_path, train=source)) == ["SCH401"]
    (tmp_path / "requirements.txt").write_text("torch==2.1.0\n")
    assert codes(lint(tmp_path, train=source)) == []


def test_a_generator_without_end_may_be_one_of_several_sources(tmp_path: Path) -> None:
    endless = """
def forever(loader):
    while True:
        yield next(iter(loader))
"""
    source = "    for epoch in range(epochs):\n        for batch in (forever(loader) if epochs > 9 else loader):\n"
    report = lint(
        tmp_path, train=endless + PER_BATCH.replace("    for epoch in range(epochs):\n        for batch in loader:\n", source)
    )
    assert report.errors == ()
    assert codes(report) == ["SCH201"]


def test_many_programs_share_a_budget_and_each_has_a_little_of_its_own(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(core, "MAX_TOTAL", 3000)
    monkeypatch.setattr(core, "LEAST_STEPS", 300)
    body = "\n".join(f"    x{i} = f(x{i - 1}, {i})" for i in range(1, 200))
    functions = "\n".join(f"def run{n}(f, x0):\n{body}\n    return lr_scheduler.StepLR(x1, 3)\n" for n in range(20))
    (tmp_path / "many.py").write_text(f"from torch.optim import lr_scheduler\n{functions}")
    project = Project(tmp_path, [tmp_path / "many.py"])
    evaluator = Evaluator(project)
    (timeline,) = evaluator.run(roots_of(project))
    cut = sum("cut short" in note for note in timeline.notes)
    assert 0 < cut < 20
    assert evaluator.total_steps <= 3000 + 20 * 1500


KEPT = """
import torch

class State:
    def __init__(self):
        self._schedulers = []

    @property
    def schedulers(self):
        return self._schedulers

    @schedulers.setter
    def schedulers(self, schedulers):
        self._schedulers[:] = tuple(schedulers)

def train(model, loader, epochs):
    optimizer = torch.optim.SGD(model.parameters(), lr=0.1)
    state = State()
    state.schedulers = [torch.optim.lr_scheduler.CosineAnnealingLR(optimizer, T_max=epochs)]
    for epoch in range(epochs):
        for batch in loader:
            model(batch).mean().backward()
            optimizer.step()
            {inner}
        {outer}
"""
STEP = "[scheduler.step() for scheduler in state.schedulers]"


@pytest.mark.parametrize(
    ("inner", "outer", "expected"), [(STEP, "pass", ["SCH201"]), ("pass", STEP, []), ("pass", "pass", ["SCH206"])]
)
def test_what_a_list_is_filled_with_by_a_slice_is_followed(tmp_path: Path, inner: str, outer: str, expected: list[str]) -> None:
    assert codes(lint(tmp_path, train=KEPT.format(inner=inner, outer=outer))) == expected


def test_a_question_by_another_name_for_the_private_base_class(tmp_path: Path) -> None:
    kinds = "from torch.optim import lr_scheduler\n\nKINDS = (lr_scheduler._LRScheduler, lr_scheduler.ReduceLROnPlateau)\n"
    asking = "from kinds import KINDS\n\ndef turn(scheduler):\n    if isinstance(scheduler, KINDS):\n        scheduler.step()\n"
    assert codes(lint(tmp_path, kinds=kinds, asking=asking)) == ["SCH402"]


def test_names_on_the_next_line_of_an_import(tmp_path: Path) -> None:
    made = (
        "from torch.optim.lr_scheduler import CosineAnnealingLR\n\ndef other():\n    return 1\n\n"
        "def make(optimizer, epochs):\n    return CosineAnnealingLR(optimizer, T_max=epochs)\n"
    )
    passed = "from made import other, \\\n    make  # builds the optimizer's schedule\n"
    train = PER_BATCH.replace("import torch", "import torch\nfrom passed import make")
    train = train.replace("torch.optim.lr_scheduler.CosineAnnealingLR(optimizer, T_max=epochs)", "make(optimizer, epochs)")
    assert codes(lint(tmp_path, made=made, passed=passed, train=train)) == ["SCH201"]


def test_an_engine_that_runs_what_it_is_given(tmp_path: Path) -> None:
    engine = '"""Runs things."""\n\nclass Engine:\n    def spawn(self, run):\n        return run()\n'
    start = "\n\nclass Job:\n    def run(self):\n        train(model, loader, 90)\n\nEngine().spawn(Job().run)\n"
    train = PER_BATCH.replace("import torch", "import torch\nfrom engine import Engine") + start
    report = lint(tmp_path, engine=engine, train=train)
    assert codes(report) == ["SCH201"]
