"""Watches a training script from outside: what it does to optimizers and schedulers, on which line, and the LRs."""

from __future__ import annotations

import runpy
import sys
import traceback
import warnings
from pathlib import Path
from types import FrameType
from typing import Any, TextIO

import torch
from torch.optim import Optimizer
from torch.optim.lr_scheduler import LRScheduler
from torch.optim.optimizer import register_optimizer_step_pre_hook

# A call of one of these methods on an optimizer or a scheduler becomes an event of the given kind.
_WATCHED = {
    "__init__": "built",
    "load_state_dict": "loaded",
    "step": "stepped",
    "add_param_group": "extended",
    "get_lr": "asked",
}


class Killed(BaseException):
    """Stands for the cluster's time limit. Not an Exception: no handler in a script may swallow it."""


class Recorder:
    """Collects the events of one script.

    Nothing of torch is replaced, unless `forget_states` is called: its own hook shows each optimizer step, and a
    profile function the other calls.
    """

    def __init__(self, directory: Path, killed_after: int | None) -> None:
        self._directory = str(directory) + "/"
        self._killed_after = killed_after
        self._steps = 0
        self._optimizers: list[Optimizer] = []
        self._events: list[dict[str, Any]] = []
        self._actors: list[Any] = []
        self._warnings: list[dict[str, Any]] = []

    def run(self, argv: list[str], path: list[str]) -> dict[str, Any]:
        """Run `python <argv>` in this process, in the current directory. Returns the record as JSON values."""
        module = argv[0] == "-m"
        target = argv[1] if module else argv[0]
        sys.argv = argv[1:] if module else argv
        start = self._directory if module else str((Path(self._directory) / target).parent)
        sys.path[:0] = [start, *(str(Path(self._directory) / entry) for entry in path)]
        warnings.simplefilter("default")
        warnings.showwarning = self._on_warning
        handle = register_optimizer_step_pre_hook(self._on_optimizer_step)
        error = None
        killed = False
        sys.setprofile(self._on_call)
        try:
            if module:
                runpy.run_module(target, run_name="__main__", alter_sys=True)
            else:
                runpy.run_path(self._directory + target, run_name="__main__")
        except Killed:
            killed = True
        except SystemExit as exit_:
            error = f"SystemExit: {exit_.code}" if exit_.code else None
        except Exception as exception:
            error = f"{type(exception).__name__}: {exception}"
            self._note_raised(exception)
        finally:
            sys.setprofile(None)
            handle.remove()
        return {"events": self._named_events(), "warnings": self._warnings, "error": error, "killed": killed}

    def _named_events(self) -> list[dict[str, Any]]:
        for event, actor in zip(self._events, self._actors, strict=True):
            optimizer = actor if isinstance(actor, Optimizer) else getattr(actor, "optimizer", None)
            event["optimizer"] = self._number(optimizer) if isinstance(optimizer, Optimizer) else None
        return self._events

    def _number(self, optimizer: Optimizer) -> int:
        for number, known in enumerate(self._optimizers):
            if known is optimizer:
                return number
        self._optimizers.append(optimizer)
        return len(self._optimizers) - 1

    def _note(self, what: str, actor: Any, file: str, line: int, lr: list[float]) -> None:
        self._actors.append(actor)
        self._events.append({"what": what, "of": type(actor).__name__, "file": file, "line": line, "lr": lr})

    def _note_raised(self, exception: Exception) -> None:
        for frame, line in traceback.walk_tb(exception.__traceback__):
            if frame.f_code.co_filename.startswith(self._directory):
                self._note("raised", exception, frame.f_code.co_filename.removeprefix(self._directory), line, [])

    def _on_optimizer_step(self, optimizer: Optimizer, *_: Any) -> None:
        if self._killed_after is not None and self._steps >= self._killed_after:
            raise Killed
        self._steps += 1
        rates = [float(group["lr"]) for group in optimizer.param_groups]
        self._note("optimizer.update", optimizer, "", 0, rates)

    def _on_call(self, frame: FrameType, event: str, value: Any) -> None:
        if event == "c_call" and value is isinstance and frame.f_code.co_filename.startswith(self._directory):
            self._note("isinstance", None, frame.f_code.co_filename.removeprefix(self._directory), frame.f_lineno, [])
        if event == "call" and frame.f_code is torch.save.__code__:
            self._on_save(frame)
        name = frame.f_code.co_name
        if name not in _WATCHED or not frame.f_code.co_varnames:
            return
        if event != ("return" if name == "get_lr" else "call"):  # only of get_lr the answer matters
            return
        actor = frame.f_locals.get(frame.f_code.co_varnames[0])
        if not isinstance(actor, (Optimizer, LRScheduler)) or not _is_method(frame):
            return
        caller = frame.f_back
        while caller is not None and not caller.f_code.co_filename.startswith(self._directory):
            if _acts_for_torch(caller):
                return  # a scheduler at work inside another one, or a super() call: not the script's own doing
            caller = caller.f_back
        if caller is None or _acts_for_torch(caller):
            return
        side = "scheduler"
        if isinstance(actor, Optimizer):
            side = "optimizer"
            self._number(actor)
        file = caller.f_code.co_filename.removeprefix(self._directory)
        self._note(f"{side}.{_WATCHED[name]}", actor, file, caller.f_lineno, [])
        if name == "get_lr" and isinstance(actor, LRScheduler) and value is not None:  # None: it raised
            self._events[-1]["told"] = [float(lr) for lr in value]
            self._events[-1]["in_force"] = [float(group["lr"]) for group in actor.optimizer.param_groups]

    def _on_save(self, frame: FrameType) -> None:
        caller = frame.f_back
        while caller is not None and not caller.f_code.co_filename.startswith(self._directory):
            caller = caller.f_back
        if caller is not None:
            file = caller.f_code.co_filename.removeprefix(self._directory)
            self._note("checkpoint.saved", None, file, caller.f_lineno, [])
            self._events[-1] |= _contents(frame.f_locals["obj"])

    def _on_warning(
        self,
        message: Warning | str,
        category: type[Warning],
        filename: str,
        lineno: int,
        file: TextIO | None = None,
        line: str | None = None,
    ) -> None:
        text = f"{category.__name__}: {message}"
        self._warnings.append({"message": text, "file": filename.removeprefix(self._directory), "line": lineno})


def _contents(saved: object) -> dict[str, list[str]]:
    """Whose states are in what is being saved, known by the entries that all of torch's have; and the names in it."""
    holds, keys = set(), set()
    parts = [saved]
    while parts:
        part = parts.pop()
        entries = set(part) if isinstance(part, dict) else set()
        if isinstance(part, Optimizer) or {"state", "param_groups"} <= entries:
            holds.add("optimizer")
        elif isinstance(part, LRScheduler) or {"last_epoch", "_last_lr"} <= entries:
            holds.add("scheduler")
        elif isinstance(part, dict):
            keys |= {key for key in part if isinstance(key, str)}
            parts.extend(part.values())
        elif isinstance(part, (list, tuple)):
            parts.extend(part)
    return {"holds": sorted(holds), "keys": sorted(keys)}


def forget_states() -> None:
    """From now on this process restores no optimizer and no scheduler: a script gets what it asks for by itself."""
    owners = [Optimizer, LRScheduler, *LRScheduler.__subclasses__()]
    for owner in owners:
        if "load_state_dict" in vars(owner):
            setattr(owner, "load_state_dict", _restore_nothing)  # noqa: B010 - mypy refuses the assignment


def _restore_nothing(owner: object, state: object) -> None:
    """Stands for load_state_dict."""


def _acts_for_torch(frame: FrameType) -> bool:
    names = frame.f_code.co_varnames
    return bool(names) and isinstance(frame.f_locals.get(names[0]), LRScheduler | Optimizer) and _is_method(frame)


def _is_method(frame: FrameType) -> bool:
    # A plain function whose first parameter happens to be a scheduler is the script's own doing.
    owner = type(frame.f_locals[frame.f_code.co_varnames[0]])
    return hasattr(owner, frame.f_code.co_name)
