"""Which modules of a project are programs: those in which a scheduler can be made, or that use what makes one."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

import pytest

from sched_lint.project.imports import Project
from sched_lint.project.relevant import roots_of

OPTIMIZER = "import torch\noptimizer = torch.optim.SGD(parameters, lr=0.1)\n"
MAKES = f"{OPTIMIZER}scheduler = torch.optim.lr_scheduler.StepLR(optimizer, 30)\n"


def programs(folder: Path, files: Mapping[str, str]) -> list[str]:
    for name, text in files.items():
        (folder / name).parent.mkdir(exist_ok=True)
        (folder / name).write_text(text)
    project = Project(folder, [folder / name for name in files])
    return [Path(module.name).relative_to(folder).as_posix() for module in roots_of(project).modules]


def asks(kind: str, imports: str = "") -> str:
    return f"{imports}\n{OPTIMIZER}\ndef turn(x):\n    if isinstance(x, {kind}):\n        x.step(1)\n    x.step()\n"


PROGRAMS = {
    "torch's class": MAKES,
    "torch's class, imported": f"from torch.optim.lr_scheduler import StepLR\n{OPTIMIZER}x = StepLR(optimizer, 30)\n",
    "torch's class, under another name": f"from torch.optim.lr_scheduler import StepLR as D\n{OPTIMIZER}x = D(optimizer, 30)\n",
    "torch's class, not called yet": "from torch.optim import lr_scheduler\nmake = lr_scheduler.StepLR\n",
    "torch's module": f"import torch.optim.lr_scheduler as lrs\n{OPTIMIZER}x = lrs.StepLR(optimizer, 30)\n",
    "by name": f"from torch.optim import lr_scheduler\n{OPTIMIZER}x = getattr(lr_scheduler, name)(optimizer)\n",
    "by name, from a dict": f"{OPTIMIZER}x = torch.optim.lr_scheduler.__dict__[name](optimizer)\n",
    "from a table": f"{OPTIMIZER}x = SCHEDULERS[name](optimizer)\n",
    "another library's function": f"from library import get_lr_scheduler\n{OPTIMIZER}x = get_lr_scheduler(optimizer)\n",
    "another library's method": f"import library\n{OPTIMIZER}x = library.make_scheduler(options, optimizer)\n",
    "in a function": "import torch\n\ndef make(optimizer):\n    return torch.optim.lr_scheduler.StepLR(optimizer, 30)\n",
    "asked for the private base": asks("_LRScheduler", "from torch.optim.lr_scheduler import _LRScheduler"),
    "asked for torch's private base": asks("torch.optim.lr_scheduler._LRScheduler"),
    "a class of one's own": f"import torch.optim.lr_scheduler as lrs\n\nclass Mine(lrs.LRScheduler):\n    pass\n\n{OPTIMIZER}",
    "a class called like a part of torch": (
        f"from torch.optim.lr_scheduler import LRScheduler\n\nclass Scheduler(LRScheduler):\n    pass\n\n"
        f"{OPTIMIZER}x = Scheduler(optimizer)\n"
    ),
    "a parameter beside a maker": f"{OPTIMIZER}\ndef make(scheduler_fn):\n    return scheduler_fn(get_scheduler(optimizer))\n",
}  # fmt: skip


@pytest.mark.parametrize("case", PROGRAMS)
def test_what_makes_a_program(tmp_path: Path, case: str) -> None:
    assert programs(tmp_path, {"train.py": PROGRAMS[case]}) == ["train.py"]


OTHERS = {
    "an import": "from torch.optim.lr_scheduler import StepLR\n",
    "an import beside an optimizer": f"from torch.optim.lr_scheduler import StepLR\n{OPTIMIZER}",
    "an import that is passed on": "from torch.optim.lr_scheduler import StepLR\n\n__all__ = ['StepLR']\n",
    "a question": asks("ReduceLROnPlateau", "from torch.optim.lr_scheduler import ReduceLROnPlateau"),
    "a question for torch's class": asks("torch.optim.lr_scheduler.ReduceLROnPlateau"),
    "a question for several": asks("(torch.optim.lr_scheduler.ReduceLROnPlateau, torch.optim.lr_scheduler.StepLR)"),
    "a parameter": f"{OPTIMIZER}\ndef make(scheduler_fn):\n    return scheduler_fn(optimizer)\n",
    "a parameter among others": f"{OPTIMIZER}\ndef make(x, *, scheduler_fn=None, **rest):\n    return scheduler_fn(x)\n",
    "a loop's variable": f"{OPTIMIZER}\ndef make(all):\n    for scheduler_fn in all:\n        scheduler_fn(optimizer)\n",
    "loop's variables": f"{OPTIMIZER}\nfor name, scheduler_fn in functions:\n    scheduler_fn(optimizer)\n",
    "a class that is none of torch's": f"{OPTIMIZER}\nclass Scheduler:\n    pass\n\nx = Scheduler(optimizer)\n",
    "a function that makes none": f"{OPTIMIZER}\ndef lr_scheduler(x):\n    pass\n\nlr_scheduler(optimizer)\n",
    "a step": f"{OPTIMIZER}lr_scheduler.step()\n",
    "what is done with one": f"{OPTIMIZER}self.lr_scheduler.load_state_dict(x)\nprint(lr_scheduler.get_last_lr())\n",
    "a setting": f"{OPTIMIZER}options.lr_scheduler_type = 'linear'\ntrain(lr_scheduler_type='cosine')\n",
    "prose": f"# StepLR(optimizer)\n{OPTIMIZER}\ndef f():\n    '''As this:\n\n    lr_scheduler.StepLR(optimizer, 30)\n    '''\n",
    "jobs": "from jobs import BackgroundScheduler\n\nx = BackgroundScheduler()\n",
}  # fmt: skip


@pytest.mark.parametrize("case", OTHERS)
def test_what_makes_none(tmp_path: Path, case: str) -> None:
    assert programs(tmp_path, {"train.py": OTHERS[case]}) == []
    # It is no program beside one either, and does not keep that from being one.
    assert programs(tmp_path, {"train.py": OTHERS[case], "other.py": MAKES}) == ["other.py"]


USES = f"from ours import Scheduler\n{OPTIMIZER}x = Scheduler(optimizer)\n"
TORCHS = "from torch.optim.lr_scheduler import LRScheduler\n\nclass {}(LRScheduler):\n    pass\n"


@pytest.mark.parametrize(
    ("files", "expected"),
    [
        ({"ours.py": "class Scheduler:\n    pass\n"}, []),
        ({"ours.py": "class Base:\n    pass\n\nclass Scheduler(Base):\n    pass\n"}, []),
        ({"ours.py": "def Scheduler(x):\n    return x\n"}, []),
        ({"ours.py": TORCHS.format("Scheduler")}, ["ours.py", "train.py"]),
        ({"ours.py": TORCHS.format("Base") + "\nclass Scheduler(Base):\n    pass\n"}, ["ours.py", "train.py"]),
        ({"ours.py": "from base import Base\n\nclass Scheduler(Base):\n    pass\n", "base.py": TORCHS.format("Base")},
         ["base.py", "ours.py", "train.py"]),
        ({"ours/__init__.py": "from .inner import *\n", "ours/inner.py": TORCHS.format("Scheduler")},
         ["ours/inner.py", "train.py"]),
        ({"ours/__init__.py": "from .inner import Scheduler\n", "ours/inner.py": "class Scheduler:\n    pass\n"}, []),
        ({"ours.py": "from torch.optim.lr_scheduler import StepLR as Scheduler\n"}, ["train.py"]),
    ],
)  # fmt: skip
def test_a_class_of_the_project_is_judged_by_its_bases(tmp_path: Path, files: dict[str, str], expected: list[str]) -> None:
    assert programs(tmp_path, {**files, "train.py": USES}) == expected


@pytest.mark.parametrize(
    ("use", "expected"),
    [
        ("from make import build\nbuild(optimizer)\n", ["make.py", "use.py"]),
        ("import make\nmake.build(optimizer)\n", ["make.py", "use.py"]),
        ("from make import build\n", ["make.py"]),
        ("from make import OTHER\nprint(OTHER, optimizer)\n", ["make.py"]),
        ("import make\nprint(make.OTHER, optimizer)\n", ["make.py"]),
    ],
)
def test_what_uses_a_maker_is_a_program_and_what_imports_it_is_none(tmp_path: Path, use: str, expected: list[str]) -> None:
    make = "import torch\nOTHER = 1\n\ndef build(optimizer):\n    return torch.optim.lr_scheduler.StepLR(optimizer, OTHER)\n"
    assert programs(tmp_path, {"make.py": make, "use.py": use}) == expected


@pytest.mark.parametrize(
    ("call", "expected"),
    [
        ("check(scheduler)", ["train.py"]),
        ("check(\n    scheduler,\n    times=3,\n)", ["train.py"]),
        ("add_part(scheduler)", ["other.py", "train.py"]),
        ("PARTS.append(scheduler)", ["other.py", "train.py"]),
    ],
)
def test_what_is_handed_a_scheduler_leads_to_one_where_it_may_keep_it(tmp_path: Path, call: str, expected: list[str]) -> None:
    name = call.partition("(")[0].partition(".")[0]
    files = {
        "parts.py": "PARTS = []\n\ndef check(part, times=1):\n    return PARTS\n\ndef add_part(part):\n    PARTS.append(part)\n",
        "other.py": f"import torch\nfrom parts import {name}\nprint({name}, torch.optim)\n",
        "train.py": f"from parts import {name}\n{MAKES}{call}\n",
    }
    assert programs(tmp_path, files) == expected
