"""What a run of a fixture left behind, and the way to get it."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
from collections import defaultdict
from dataclasses import dataclass
from pathlib import Path
from types import TracebackType
from typing import Any

from proof.cases import Case

_TESTS = Path(__file__).resolve().parents[1]
FRAMEWORKS = Path(__file__).resolve().with_name("frameworks")
"""Stand-ins for the libraries around torch that fixtures use; no fixture needs more than torch installed."""

Curve = tuple[float, ...]  # the LR of one param group at each step of its optimizer


@dataclass(frozen=True)
class Event:
    """One deed of a script."""

    what: str  # "optimizer" or "scheduler", a dot, and "built", "loaded", "stepped", "extended" (add_param_group) or
    # "asked" (get_lr); "optimizer.update"; "isinstance"; or "raised", once for each line of the script that the
    # exception passed, the innermost last; or "checkpoint.saved" (torch.save)
    of: str  # name of the class
    file: str  # relative to the directory of the fixture; "" for optimizer.update
    line: int
    optimizer: int | None  # optimizers are numbered in the order in which the script builds them
    lr: tuple[float, ...]  # only for optimizer.update: one value per param group
    told: tuple[float, ...] = ()  # only for scheduler.asked: what get_lr() returned,
    in_force: tuple[float, ...] = ()  # and the LR of each param group at that moment
    holds: tuple[str, ...] = ()  # only for checkpoint.saved: "optimizer" or "scheduler" if states of such are in it,
    keys: tuple[str, ...] = ()  # and under which names things lie in it, at any depth


@dataclass(frozen=True)
class Record:
    """One run of one script."""

    events: tuple[Event, ...]
    warnings: tuple[str, ...]
    error: str | None  # "KeyError: 'lr'" where the script raised
    killed: bool


@dataclass(frozen=True)
class History:
    """The runs of a case's scripts, one after the other in one working directory."""

    records: tuple[Record, ...]

    @property
    def curves(self) -> tuple[Curve, ...]:
        """One curve for each (optimizer, param group), running through all scripts."""
        values: defaultdict[tuple[int, int], list[float]] = defaultdict(list)
        for record in self.records:
            for event in record.events:
                for group, lr in enumerate(event.lr):
                    values[event.optimizer or 0, group].append(lr)
        return tuple(tuple(values[key]) for key in sorted(values))

    def warnings(self, noise: str = "") -> list[str]:
        """What was warned of in all scripts, but for warnings that begin with `noise` (unless that is "")."""
        every = [warning for record in self.records for warning in record.warnings]
        return [warning for warning in every if not noise or f": {noise}" not in warning]

    @property
    def resumed_at(self) -> int:
        """Number of steps (of the first optimizer) that were done before the last script started."""
        earlier = History(self.records[:-1]).curves
        return len(earlier[0]) if earlier else 0


class Runner:
    """Runs fixtures in a helper process that holds torch. A context manager; the process ends with it."""

    def __init__(self, workspace: Path) -> None:
        """`workspace` is an empty directory for the copies in which the scripts run."""
        self._workspace = workspace
        self._histories: dict[tuple[Path, tuple[str, ...], int | None, bool], History] = {}
        self._runs = 0
        self._process = subprocess.Popen(
            [sys.executable, "-W", "ignore", "-m", "proof.runner"],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            text=True,
            cwd=_TESTS,
            env={**os.environ, "OMP_NUM_THREADS": "1", "PYTHONDONTWRITEBYTECODE": "1"},
        )

    def __enter__(self) -> Runner:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        assert self._process.stdin is not None
        self._process.stdin.close()
        self._process.wait(timeout=60)

    def run(self, case: Case, variant: str = "") -> History:
        """The case's `run`, in a fresh copy of bad/ or good/."""
        return self._history(case, variant, case.run, case.killed_after)

    def uninterrupted(self, case: Case, variant: str) -> History:
        """The case's `reference`: the same training, never stopped."""
        return self._history(case, variant, case.reference, None)

    def without_states(self, case: Case, variant: str) -> Record:
        """The last command of the case's `run`, with no optimizer's and no scheduler's state restored in it."""
        return self._history(case, variant, case.run, case.killed_after, forget_states=True).records[-1]

    def _history(
        self,
        case: Case,
        variant: str,
        commands: tuple[str, ...],
        killed_after: int | None,
        forget_states: bool = False,
    ) -> History:
        source = case.variant(variant)
        key = source, commands, killed_after, forget_states
        if key not in self._histories:
            self._runs += 1
            directory = (self._workspace / str(self._runs)).resolve()
            shutil.copytree(source, directory)
            records = []
            for number, command in enumerate(commands):
                kill = killed_after if number == 0 else None
                forget = forget_states and number == len(commands) - 1
                records.append(self._execute(directory, command, case.path, kill, forget))
            self._histories[key] = History(tuple(records))
        return self._histories[key]

    def _execute(
        self, directory: Path, command: str, path: tuple[str, ...], killed_after: int | None, forget_states: bool
    ) -> Record:
        answer = self._workspace / f"{directory.name}.json"
        request = {
            "directory": str(directory),
            "command": command,
            "path": (*path, str(FRAMEWORKS)),
            "killed_after": killed_after,
            "forget_states": forget_states,
            "answer": str(answer),
            "hidden": ["", str(_TESTS)],
        }
        assert self._process.stdin is not None and self._process.stdout is not None
        self._process.stdin.write(json.dumps(request) + "\n")
        self._process.stdin.flush()
        reply = self._process.stdout.readline()
        if not reply:
            raise RuntimeError("the process that holds torch has ended; its standard error says why")
        if code := json.loads(reply)["exit"]:
            raise RuntimeError(f"{directory.name}: {command} ended with {code} and left no record")
        content = json.loads(answer.read_text(encoding="utf-8"))
        answer.unlink()
        events = tuple(Event(**{key: _as_field(value) for key, value in event.items()}) for event in content["events"])
        warned = tuple(f"{entry['file']}:{entry['line']}: {entry['message']}" for entry in content["warnings"])
        return Record(events, warned, content["error"], content["killed"])


def _as_field(value: Any) -> Any:
    return tuple(value) if isinstance(value, list) else value
