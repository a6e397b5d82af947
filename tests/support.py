"""What tests share without asking a fixture for it."""

from __future__ import annotations

import json
import re
import subprocess
import sys
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parent.parent

# Restores the scheduler before its optimizer: SCH101 on line 7, where column 1 begins `scheduler`.
RESTORES_SCHEDULER_FIRST = """\
import torch
from torch.optim.lr_scheduler import StepLR
model = torch.nn.Linear(2, 2)
optimizer = torch.optim.SGD(model.parameters(), lr=0.1)
scheduler = StepLR(optimizer, step_size=30)
checkpoint = torch.load("last.pt")
scheduler.load_state_dict(checkpoint["scheduler"])
optimizer.load_state_dict(checkpoint["optimizer"])
for epoch in range(90):
    for batch in torch.utils.data.DataLoader(torch.randn(8, 2)):
        optimizer.zero_grad()
        model(batch).sum().backward()
        optimizer.step()
    scheduler.step()
"""

BUILDING = RESTORES_SCHEDULER_FIRST.splitlines()[:6]
_RESTORING = RESTORES_SCHEDULER_FIRST.splitlines()[6:8]
_TRAINING = RESTORES_SCHEDULER_FIRST.splitlines()[8:]

RESTORES_OPTIMIZER_FIRST = "\n".join([*BUILDING, *reversed(_RESTORING), *_TRAINING, ""])


def script(*restoring: str, imports: str = "") -> str:
    """The same program with other lines in the place of the two that restore."""
    return "\n".join([*imports.splitlines(), *BUILDING, *restoring, *_TRAINING, ""])


@dataclass
class Outcome:
    """What the command did."""

    status: int
    out: str
    err: str

    @property
    def places(self) -> list[tuple[str, int, int, str]]:
        """(path, line, column, code) of the findings in text output."""
        found = re.findall(r"^(\S[^\n]*?):(\d+):(\d+): (SCH\d{3}) ", self.out, re.MULTILINE)
        return [(path, int(line), int(column), code) for path, line, column, code in found]

    @property
    def document(self) -> dict[str, Any]:
        """The JSON output."""
        document: dict[str, Any] = json.loads(self.out)
        return document

    @property
    def codes(self) -> list[tuple[str, str]]:
        """(path, code) of the findings in text output."""
        return [(path, code) for path, _, _, code in self.places]


Project = Callable[[Mapping[str, str | bytes]], Path]
"""The fixture `project`: writes files, and makes their directory the working one."""

Command = Callable[..., Outcome]
"""The fixture `sched_lint`: runs the command in this process."""


def run_module(name: str, *arguments: str, **options: Any) -> Outcome:
    """Runs `python -m name` in a process of its own, in the working directory of the test."""
    process = subprocess.run(
        [sys.executable, "-m", name, *arguments], capture_output=True, text=True, timeout=300, check=False, **options
    )
    return Outcome(process.returncode, process.stdout, process.stderr)


def flake8(*arguments: str, **options: Any) -> Outcome:
    """Runs the real flake8; paths are shown as sched-lint shows them."""
    outcome = run_module("flake8", *arguments, **options)
    outcome.out = re.sub(r"^\./", "", outcome.out, flags=re.MULTILINE)
    return outcome
